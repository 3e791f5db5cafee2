package vn.phoihop.reporting.obligation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.phoihop.platform.identity.Caller;
import vn.phoihop.platform.ledger.Ledger;
import vn.phoihop.platform.problem.ProblemException;

/** Writes obligations; those that are opened together are one statement. */
@ApplicationScoped
class ObligationRepository implements PanacheRepositoryBase<Obligation, UUID> {

  private final Ledger ledger;

  ObligationRepository(Ledger ledger) {
    this.ledger = ledger;
  }

  /** Locked until the transaction ends: two moves are made one after the other. */
  Obligation lock(UUID id) {
    return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
        .orElseThrow(ProblemException::notFound);
  }

  /** Opens all of these, once a transaction. */
  void add(List<Obligation> opened) {
    ledger.enlist(
        """
        obligation_rows AS (INSERT INTO obligation (id, written_by, audience, enterprise_id, kind, period, campaign_id,
            title, state, sequence, opened_at, due_at, due_anchor, due_rule, calendar_version, due_provisional)
          SELECT id, written_by, ARRAY['DEPARTMENT', enterprise::text], enterprise, kind, period, campaign, title, state,
            sequence, opened_at::timestamptz, due_at::timestamptz, due_anchor::timestamptz, due_rule, calendar_version,
            due_provisional::boolean
          FROM unnest(?::uuid[], ?::text[], ?::uuid[], ?::text[], ?::text[], ?::uuid[], ?::text[], ?::text[],
            ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
          AS t (id, written_by, enterprise, kind, period, campaign, title, state, sequence, opened_at, due_at,
            due_anchor, due_rule, calendar_version, due_provisional))""",
        ids(opened, Obligation::id),
        texts(opened, Obligation::owner),
        ids(opened, Obligation::enterpriseId),
        texts(opened, obligation -> obligation.kind().name()),
        texts(opened, Obligation::period),
        ids(opened, Obligation::campaignId),
        texts(opened, Obligation::title),
        texts(opened, obligation -> obligation.state().name()),
        opened.stream().map(Obligation::sequence).toArray(Long[]::new),
        texts(opened, obligation -> obligation.openedAt().toString()),
        texts(opened, obligation -> obligation.due().dueAt().toString()),
        texts(opened, obligation -> obligation.due().dueAnchor().toString()),
        texts(opened, obligation -> obligation.due().dueRule()),
        texts(opened, obligation -> obligation.due().calendarVersion()),
        texts(opened, obligation -> Boolean.toString(obligation.due().dueProvisional())));
    ledger.enlist(
        """
        obligation_readers AS (INSERT INTO obligation_reader (aggregate_id, owner, party, at)
          SELECT id, owner, party, at::timestamptz
          FROM unnest(?::uuid[], ?::text[], ?::uuid[], ?::text[]) AS t (id, owner, enterprise, at),
            unnest(ARRAY['DEPARTMENT', enterprise::text]) party)""",
        ids(opened, Obligation::id),
        texts(opened, Obligation::owner),
        ids(opened, Obligation::enterpriseId),
        texts(opened, obligation -> obligation.openedAt().toString()));
    ledger.enlist(
        """
        obligation_histories AS (INSERT INTO obligation_history (obligation_id, sequence, written_by, at, verb, state)
          SELECT id, 1, owner, at::timestamptz, 'open', state
          FROM unnest(?::uuid[], ?::text[], ?::text[], ?::text[]) AS t (id, owner, at, state))""",
        ids(opened, Obligation::id),
        texts(opened, Obligation::owner),
        texts(opened, obligation -> obligation.openedAt().toString()),
        texts(opened, obligation -> obligation.state().name()));
  }

  void addHistory(
      Obligation obligation, String verb, Caller actor, @Nullable String reason, Instant at) {
    ledger.enlist(
        """
        obligation_history_row AS (INSERT INTO obligation_history
            (obligation_id, sequence, written_by, person, at, verb, state, reason)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?))""",
        obligation.id(),
        obligation.sequence(),
        actor.party(),
        actor.person(),
        at,
        verb,
        obligation.state().name(),
        reason);
  }

  /** Open ones whose time comes before this and who were not told; another instance gets others. */
  List<Obligation> untoldDueSoon(Instant now, Instant before, int limit) {
    return untold("NOT due_soon_told AND due_at > :now AND due_at <= :before", limit, now, before);
  }

  List<Obligation> untoldOverdue(Instant now, int limit) {
    return untold("NOT overdue_told AND due_at < :now AND due_at < :before", limit, now, now);
  }

  private List<Obligation> untold(String condition, int limit, Instant now, Instant before) {
    return getEntityManager()
        .createNativeQuery(
            "SELECT * FROM obligation WHERE state = 'OPEN' AND "
                + condition
                + " ORDER BY due_at LIMIT :limit FOR UPDATE SKIP LOCKED",
            Obligation.class)
        .setParameter("now", now)
        .setParameter("before", before)
        .setParameter("limit", limit)
        .getResultList();
  }

  private static UUID[] ids(List<Obligation> of, Function<Obligation, @Nullable UUID> value) {
    return of.stream().map(value).toArray(UUID[]::new);
  }

  private static String[] texts(List<Obligation> of, Function<Obligation, @Nullable String> value) {
    return of.stream().map(value).toArray(String[]::new);
  }
}
