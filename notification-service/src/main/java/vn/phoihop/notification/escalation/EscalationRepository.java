package vn.phoihop.notification.escalation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.jpa.SpecHints;
import org.jspecify.annotations.Nullable;
import vn.phoihop.platform.http.Position;
import vn.phoihop.platform.time.DueTime;

@ApplicationScoped
class EscalationRepository implements PanacheRepositoryBase<Escalation, UUID> {

  /** Hibernate's value of the lock timeout hint that stands for SKIP LOCKED. */
  private static final int SKIP_LOCKED = -2;

  /** Those whose rung has had its time; those that another instance holds are left to it. */
  List<Escalation> due(Instant now, int most) {
    return find("dueAt <= ?1 order by dueAt", now)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .withHint(SpecHints.HINT_SPEC_LOCK_TIMEOUT, SKIP_LOCKED)
        .page(0, most)
        .list();
  }

  Optional<Escalation> ofRequest(UUID requestId) {
    return find("requestId", requestId)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .firstResultOptional();
  }

  /** Newest first, one more than a page holds; party null for all. */
  List<Escalation> page(
      @Nullable String party, EscalationFilter filter, @Nullable Position after, int limit) {
    StringBuilder where = new StringBuilder("1 = 1");
    List<Object> parameters = new ArrayList<>();
    if (party != null) {
      parameters.add(party);
      where.append(" and party = ?").append(parameters.size());
    }
    if (filter.running) {
      where.append(" and dueAt is not null");
    }
    if (after != null) {
      parameters.add(after.at());
      parameters.add(after.id());
      where
          .append(" and (createdAt, id) < (?")
          .append(parameters.size() - 1)
          .append(", ?")
          .append(parameters.size())
          .append(')');
    }
    return find(where.append(" order by createdAt desc, id desc").toString(), parameters.toArray())
        .range(0, limit)
        .list();
  }

  void addStep(Escalation escalation, DueTime due) {
    flush();
    getEntityManager()
        .createNativeQuery(
            """
            INSERT INTO escalation_step (escalation_id, level, party, anchor, rule, calendar_version,
              due_at, provisional)
            VALUES (:id, :level, :party, :anchor, :rule, :calendar, :due, :provisional)""")
        .setParameter("id", escalation.id())
        .setParameter("level", escalation.level())
        .setParameter("party", escalation.enterpriseId().toString())
        .setParameter("anchor", due.anchor())
        .setParameter("rule", due.rule())
        .setParameter("calendar", due.calendarVersion())
        .setParameter("due", due.dueAt())
        .setParameter("provisional", due.provisional())
        .executeUpdate();
  }

  List<StepView> steps(UUID escalationId) {
    List<Tuple> rows =
        getEntityManager()
            .createNativeQuery(
                """
                SELECT level, anchor, rule, calendar_version, due_at, provisional
                FROM escalation_step WHERE escalation_id = :id ORDER BY level""",
                Tuple.class)
            .setParameter("id", escalationId)
            .getResultList();
    return rows.stream()
        .map(
            row ->
                new StepView(
                    row.get("level", Integer.class),
                    row.get("anchor", Instant.class),
                    row.get("rule", String.class),
                    row.get("calendar_version", String.class),
                    row.get("due_at", Instant.class),
                    row.get("provisional", Boolean.class)))
        .toList();
  }
}
