package vn.phoihop.reporting.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;
import vn.phoihop.platform.http.Position;
import vn.phoihop.platform.ledger.Ledger;

@ApplicationScoped
class CampaignRepository {

  private static final String COLUMNS =
      "SELECT id, title, description, period, sectors, due_at, created_at, asked FROM campaign";

  private final EntityManager entityManager;
  private final Ledger ledger;

  CampaignRepository(EntityManager entityManager, Ledger ledger) {
    this.entityManager = entityManager;
    this.ledger = ledger;
  }

  void add(CampaignView campaign) {
    ledger.enlist(
        """
        campaign_row AS (INSERT INTO campaign
            (id, title, description, period, sectors, due_at, created_at, asked)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?))""",
        campaign.id(),
        campaign.title(),
        campaign.description(),
        campaign.period(),
        campaign.sectors().toArray(String[]::new),
        campaign.dueAt(),
        campaign.createdAt(),
        campaign.asked());
  }

  /** Latest first. */
  List<CampaignView> list(@Nullable Position after, int limit) {
    NativeQuery<Tuple> query =
        query(
            COLUMNS
                + (after == null ? "" : " WHERE (created_at, id) < (:at, :id)")
                + " ORDER BY created_at DESC, id DESC LIMIT :limit");
    query.setParameter("limit", limit);
    if (after != null) {
      query.setParameter("at", after.at()).setParameter("id", after.id());
    }
    return query.getResultStream().map(CampaignRepository::view).toList();
  }

  Optional<CampaignView> find(UUID id) {
    return query(COLUMNS + " WHERE id = :id")
        .setParameter("id", id)
        .getResultStream()
        .map(CampaignRepository::view)
        .findFirst();
  }

  private static CampaignView view(Tuple row) {
    return new CampaignView(
        row.get(0, UUID.class),
        row.get(1, String.class),
        row.get(2, String.class),
        row.get(3, String.class),
        List.of(row.get(4, String[].class)),
        row.get(5, Instant.class),
        row.get(6, Instant.class),
        row.get(7, Integer.class));
  }

  private NativeQuery<Tuple> query(String sql) {
    return entityManager.createNativeQuery(sql, Tuple.class).unwrap(NativeQuery.class);
  }
}
