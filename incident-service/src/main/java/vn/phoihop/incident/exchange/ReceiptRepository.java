package vn.phoihop.incident.exchange;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;
import vn.phoihop.incident.exchange.AcknowledgeExchange.Action;
import vn.phoihop.platform.http.Position;

/**
 * Receipts: a recipient has its own, the owner of the exchange reads them all; row-level security
 * says so.
 */
@ApplicationScoped
class ReceiptRepository implements PanacheRepositoryBase<Receipt, UUID> {

  /** The party's receipt of a version, locked. */
  Optional<Receipt> lock(UUID exchangeId, int version, String party) {
    return find("exchangeId = ?1 and version = ?2 and party = ?3", exchangeId, version, party)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .firstResultOptional();
  }

  /** Whether the party has not yet read a version that it got. */
  boolean isUnread(UUID exchangeId, String party) {
    return count(
            "exchangeId = ?1 and party = ?2 and state = ?3",
            exchangeId,
            party,
            ReceiptState.DELIVERED)
        > 0;
  }

  /** In the order in which they were made out. */
  List<ReceiptView> page(UUID exchangeId, int version, @Nullable Position after, int limit) {
    NativeQuery<Tuple> query =
        getEntityManager()
            .createNativeQuery(
                """
                SELECT r.id, r.party, e.name, r.state, r.delivered_at, r.read_at, r.acknowledged_at, r.action, r.note,
                  r.recall_confirmed_at
                FROM exchange_receipt r LEFT JOIN enterprise e ON e.id = r.enterprise_id
                WHERE r.exchange_id = :exchange AND r.version = :version"""
                    + (after == null ? "" : " AND (r.delivered_at, r.id) > (:at, :id)")
                    + " ORDER BY r.delivered_at, r.id LIMIT :limit",
                Tuple.class)
            .unwrap(NativeQuery.class);
    query
        .setParameter("exchange", exchangeId)
        .setParameter("version", version)
        .setParameter("limit", limit);
    if (after != null) {
      query.setParameter("at", after.at()).setParameter("id", after.id());
    }
    return query.getResultList().stream().map(row -> view(row, version)).toList();
  }

  private static ReceiptView view(Tuple row, int version) {
    String action = row.get(7, String.class);
    return new ReceiptView(
        row.get(0, UUID.class),
        row.get(1, String.class),
        row.get(2, String.class),
        version,
        ReceiptState.valueOf(row.get(3, String.class)),
        row.get(4, Instant.class),
        row.get(5, Instant.class),
        row.get(6, Instant.class),
        action == null ? null : Action.valueOf(action),
        row.get(8, String.class),
        row.get(9, Instant.class));
  }
}
