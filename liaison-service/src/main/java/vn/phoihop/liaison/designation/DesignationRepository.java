package vn.phoihop.liaison.designation;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.hibernate.jpa.SpecHints;
import org.jspecify.annotations.Nullable;
import vn.phoihop.platform.http.Position;
import vn.phoihop.platform.identity.Caller;
import vn.phoihop.platform.ledger.Ledger;
import vn.phoihop.platform.problem.ProblemException;

@Singleton
class DesignationRepository implements PanacheRepositoryBase<Designation, UUID> {

  private static final String NEWEST_FIRST = " order by createdAt desc, id desc";

  /** Hibernate's value of the lock timeout hint that stands for SKIP LOCKED. */
  private static final int SKIP_LOCKED = -2;

  private final Ledger ledger;

  DesignationRepository(Ledger ledger) {
    this.ledger = ledger;
  }

  void add(Designation designation) {
    persist(designation);
    ledger.enlist(
        """
        designation_readers AS (INSERT INTO designation_reader (aggregate_id, owner, party, at)
          SELECT ?, ?, party, ? FROM unnest(?) AS t (party))""",
        designation.id(),
        designation.enterpriseId().toString(),
        designation.createdAt(),
        designation.audience().toArray(String[]::new));
  }

  Designation get(UUID id) {
    Designation designation = findById(id);
    if (designation == null) {
      throw ProblemException.notFound();
    }
    return designation;
  }

  /** The active primary of the same enterprise. */
  @Nullable Designation otherPrimary(Designation designation) {
    return find(
            "enterpriseId = ?1 and role = ?2 and state = ?3 and id <> ?4",
            designation.enterpriseId(),
            LiaisonRole.PRIMARY,
            DesignationState.ACTIVE,
            designation.id())
        .firstResult();
  }

  /** Active ones whose last day is over; those that another instance holds are left to it. */
  List<Designation> lapsed(LocalDate today, int most) {
    return find("state = ?1 and validTo < ?2", DesignationState.ACTIVE, today)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .withHint(SpecHints.HINT_SPEC_LOCK_TIMEOUT, SKIP_LOCKED)
        .page(0, most)
        .list();
  }

  List<DesignationSummary> ofEnterprise(UUID enterpriseId, @Nullable Position after, int rows) {
    return summaries(
        after == null
            ? find("enterpriseId = ?1" + NEWEST_FIRST, enterpriseId)
            : find(
                "enterpriseId = ?1 and (createdAt, id) < (?2, ?3)" + NEWEST_FIRST,
                enterpriseId,
                after.at(),
                after.id()),
        rows);
  }

  List<DesignationSummary> inState(DesignationState state, @Nullable Position after, int rows) {
    return summaries(
        after == null
            ? find("state = ?1" + NEWEST_FIRST, state)
            : find(
                "state = ?1 and (createdAt, id) < (?2, ?3)" + NEWEST_FIRST,
                state,
                after.at(),
                after.id()),
        rows);
  }

  List<DesignationSummary> all(@Nullable Position after, int rows) {
    return summaries(
        after == null
            ? find("from Designation" + NEWEST_FIRST)
            : find("(createdAt, id) < (?1, ?2)" + NEWEST_FIRST, after.at(), after.id()),
        rows);
  }

  /** Leaves a line of the history, in the ledger's statement. */
  void remember(String verb, Designation designation, Caller by, Instant at) {
    List<String> reasons = designation.reasons();
    ledger.enlist(
        "move_"
            + designation.id().toString().replace('-', '_')
            + " AS (INSERT INTO designation_move"
            + " (designation_id, sequence, written_by, verb, state, at, subject, person, reasons, note)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?::uuid, ?::text[], ?))",
        designation.id(),
        designation.sequence(),
        by.party(),
        verb,
        designation.state().name(),
        at,
        by.subject(),
        by.person(),
        reasons == null ? null : reasons.toArray(String[]::new),
        designation.note());
  }

  List<DesignationMove> history(UUID id) {
    List<Tuple> rows =
        getEntityManager()
            .createNativeQuery(
                """
                SELECT verb, state, at, written_by, reasons, note FROM designation_move
                WHERE designation_id = :id ORDER BY sequence""",
                Tuple.class)
            .setParameter("id", id)
            .getResultList();
    return rows.stream()
        .map(
            row ->
                new DesignationMove(
                    row.get("verb", String.class),
                    DesignationState.valueOf(row.get("state", String.class)),
                    row.get("at", Instant.class),
                    row.get("written_by", String.class),
                    strings(row.get("reasons", String[].class)),
                    row.get("note", String.class)))
        .toList();
  }

  private static @Nullable List<String> strings(String @Nullable [] values) {
    return values == null ? null : Arrays.asList(values);
  }

  private static List<DesignationSummary> summaries(PanacheQuery<Designation> query, int rows) {
    return query.project(DesignationSummary.class).range(0, rows - 1).list();
  }
}
