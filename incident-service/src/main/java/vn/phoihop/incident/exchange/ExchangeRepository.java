package vn.phoihop.incident.exchange;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.jpa.SpecHints;
import org.jspecify.annotations.Nullable;
import vn.phoihop.incident.report.Indicator;
import vn.phoihop.platform.identity.Caller;
import vn.phoihop.platform.ledger.Ledger;
import vn.phoihop.platform.outbox.EventJson;
import vn.phoihop.platform.problem.ProblemException;

/** Writes exchanges; what is only added goes with the ledger in one statement. */
@ApplicationScoped
class ExchangeRepository implements PanacheRepositoryBase<Exchange, UUID> {

  /** Hibernate's value of the lock timeout hint that stands for SKIP LOCKED. */
  private static final int SKIP_LOCKED = -2;

  private final Ledger ledger;

  ExchangeRepository(Ledger ledger) {
    this.ledger = ledger;
  }

  /** The exchange, locked until the transaction ends. */
  Exchange lock(UUID id) {
    return found(findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE));
  }

  /** The exchange, neither corrected nor recalled until the transaction ends. */
  Exchange hold(UUID id) {
    return found(findByIdOptional(id, LockModeType.PESSIMISTIC_READ));
  }

  Exchange visible(UUID id) {
    return found(findByIdOptional(id));
  }

  /** As it is now: between two statements it may have been recalled. */
  Exchange reread(Exchange exchange) {
    getEntityManager().refresh(exchange);
    return exchange;
  }

  private static Exchange found(Optional<Exchange> exchange) {
    return exchange.orElseThrow(ProblemException::notFound);
  }

  /** Published ones whose embargo is over; those that another instance holds are left to it. */
  List<Exchange> toRelease(Instant now) {
    return one(
        "state in ('PUBLISHED', 'CORRECTED') and releasedAt is null and embargoUntil <= ?1", now);
  }

  /** Open ones whose time is over. */
  List<Exchange> toExpire(Instant now) {
    return one("state in ('PUBLISHED', 'CORRECTED') and expiresAt <= ?1", now);
  }

  private List<Exchange> one(String condition, Instant now) {
    return find(condition, now)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .withHint(SpecHints.HINT_SPEC_LOCK_TIMEOUT, SKIP_LOCKED)
        .page(0, 1)
        .list();
  }

  /** The exchange, which its owner reads. */
  void add(Exchange exchange) {
    persist(exchange);
    ledger.enlist(
        """
        exchange_owner AS (INSERT INTO exchange_reader (aggregate_id, owner, party, at) VALUES (?, ?, ?, ?))""",
        exchange.id(),
        exchange.owner(),
        exchange.owner(),
        exchange.createdAt());
  }

  void addDraft(Exchange exchange, ShareExchange request) {
    ledger.enlist(
        """
        draft_row AS (INSERT INTO exchange_draft (exchange_id, written_by, content) VALUES (?, ?, ?::jsonb))""",
        exchange.id(),
        exchange.owner(),
        EventJson.write(request));
  }

  void changeDraft(Exchange exchange, ShareExchange request) {
    ledger.enlist(
        "draft_row AS (UPDATE exchange_draft SET content = ?::jsonb WHERE exchange_id = ?)",
        EventJson.write(request),
        exchange.id());
  }

  void removeDraft(Exchange exchange) {
    ledger.enlist("draft_row AS (DELETE FROM exchange_draft WHERE exchange_id = ?)", exchange.id());
  }

  void addVersion(
      Exchange exchange, ExchangeContent content, List<Indicator> indicators, Instant at) {
    ledger.enlist(
        """
        version_row AS (INSERT INTO exchange_version (exchange_id, version, written_by, at, content, indicators)
          VALUES (?, ?, ?, ?, ?::jsonb, ?::jsonb))""",
        exchange.id(),
        exchange.version(),
        exchange.owner(),
        at,
        EventJson.write(content),
        EventJson.write(indicators));
  }

  /** Reader rows for all that may know, and a receipt for each recipient, thousands or one. */
  void addRecipients(Exchange exchange, List<String> parties, Instant at) {
    ledger.enlist(
        """
        reader_rows AS (INSERT INTO exchange_reader (aggregate_id, owner, party, at)
          SELECT ?::uuid, ?, party, ?::timestamptz FROM unnest(?::text[]) AS t (party))""",
        exchange.id(),
        exchange.owner(),
        at,
        // The owner has read it from the beginning.
        exchange.audience().stream()
            .filter(party -> !party.equals(exchange.owner()))
            .toArray(String[]::new));
    ledger.enlist(
        """
        receipt_rows AS (INSERT INTO exchange_receipt
            (id, exchange_id, version, written_by, party, enterprise_id, state, delivered_at)
          SELECT gen_random_uuid(), ?::uuid, ?::int, ?, party, enterprise_id, 'DELIVERED', ?::timestamptz
          FROM unnest(?::text[], ?::uuid[]) AS t (party, enterprise_id))""",
        exchange.id(),
        exchange.version(),
        exchange.owner(),
        at,
        parties.toArray(String[]::new),
        parties.stream().map(ExchangeRepository::enterpriseId).toArray(UUID[]::new));
  }

  private static @Nullable UUID enterpriseId(String party) {
    return TlpLimits.isEnterprise(party) ? UUID.fromString(party) : null;
  }

  /** A corrected version goes to whoever got the one before; their receipts of that one stay. */
  void addReceiptsOfCorrection(Exchange exchange, Instant at) {
    ledger.enlist(
        """
        receipt_rows AS (INSERT INTO exchange_receipt
            (id, exchange_id, version, written_by, party, enterprise_id, state, delivered_at)
          SELECT gen_random_uuid(), exchange_id, ?::int, written_by, party, enterprise_id, 'DELIVERED', ?::timestamptz
          FROM exchange_receipt WHERE exchange_id = ? AND version = ?)""",
        exchange.version(),
        at,
        exchange.id(),
        exchange.version() - 1);
  }

  void addHistory(
      Exchange exchange, String verb, Caller actor, @Nullable String reason, Instant at) {
    ledger.enlist(
        """
        exchange_history_row AS (INSERT INTO exchange_history
            (exchange_id, sequence, owner, party, person, at, verb, state, version, reason)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?))""",
        exchange.id(),
        exchange.sequence(),
        exchange.owner(),
        actor.party(),
        actor.person(),
        at,
        verb,
        exchange.state().name(),
        exchange.version(),
        reason);
  }
}
