package vn.phoihop.incident.measure;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.jpa.SpecHints;
import org.jspecify.annotations.Nullable;
import vn.phoihop.platform.identity.Caller;
import vn.phoihop.platform.ledger.Ledger;
import vn.phoihop.platform.problem.ProblemException;

/** Writes measures; what is only added goes with the ledger in one statement. */
@ApplicationScoped
class MeasureRepository implements PanacheRepositoryBase<Measure, UUID> {

  /** Hibernate's value of the lock timeout hint that stands for SKIP LOCKED. */
  private static final int SKIP_LOCKED = -2;

  private final Ledger ledger;

  MeasureRepository(Ledger ledger) {
    this.ledger = ledger;
  }

  /** The measure, locked until the transaction ends. */
  Measure lock(UUID id) {
    return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
        .orElseThrow(ProblemException::notFound);
  }

  /** Planned ones whose time has come; those that another instance holds are left to it. */
  List<Measure> due(Instant now, int most) {
    // The state in words: the partial index is for this one.
    return find("state = 'PLANNED' and startedAt <= ?1", now)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .withHint(SpecHints.HINT_SPEC_LOCK_TIMEOUT, SKIP_LOCKED)
        .page(0, most)
        .list();
  }

  /** The measure and its reader rows. */
  void add(Measure measure) {
    persist(measure);
    ledger.enlist(
        """
        measure_readers AS (INSERT INTO measure_reader (aggregate_id, owner, party, at)
          SELECT ?::uuid, ?, party, ?::timestamptz FROM unnest(?::text[]) AS t (party))""",
        measure.id(),
        measure.owner(),
        measure.createdAt(),
        measure.audience().toArray(String[]::new));
  }

  /** Who reads an incident reads its measures; whoever reads one already keeps that. */
  void addReaders(UUID incidentId, Collection<String> parties, Instant at) {
    String[] all = parties.toArray(String[]::new);
    ledger.enlist(
        """
        measures_readers AS (INSERT INTO measure_reader (aggregate_id, owner, party, at)
          SELECT m.id, m.written_by, party, ?::timestamptz
          FROM measure m CROSS JOIN unnest(?::text[]) AS t (party) WHERE m.incident_id = ? ON CONFLICT DO NOTHING)""",
        at,
        all,
        incidentId);
    ledger.enlist(
        """
        measures_audience AS (UPDATE measure SET audience = audience || ARRAY(
            SELECT party FROM unnest(?::text[]) AS t (party) WHERE party <> ALL (audience))
          WHERE incident_id = ? AND NOT audience @> ?::text[])""",
        all,
        incidentId,
        all);
  }

  void addHistory(Measure measure, String verb, Caller actor, @Nullable String reason, Instant at) {
    ledger.enlist(
        """
        measure_history_row AS (INSERT INTO measure_history
            (measure_id, sequence, written_by, person, at, verb, state, reason)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?))""",
        measure.id(),
        measure.sequence(),
        actor.party(),
        actor.person(),
        at,
        verb,
        measure.state().name(),
        reason);
  }
}
