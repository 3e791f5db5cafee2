package vn.phoihop.incident.request;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.phoihop.platform.problem.ProblemException;
import vn.phoihop.platform.time.BusinessClock;

/** Writes requests and what belongs to them. */
@ApplicationScoped
class RequestRepository implements PanacheRepositoryBase<InformationRequest, UUID> {

  /** Hibernate's word for it, as a lock timeout. */
  private static final int SKIP_LOCKED = -2;

  /**
   * The request, locked until the transaction ends: two moves of one request are made one after the
   * other.
   */
  Optional<InformationRequest> lockIfMine(UUID id) {
    return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
  }

  InformationRequest lock(UUID id) {
    return lockIfMine(id).orElseThrow(ProblemException::notFound);
  }

  /** Keeps what is only added: a version, an answer, a file, a line of the history. */
  void add(Object part) {
    getEntityManager().persist(part);
  }

  /** The party reads the request whole from now on; who does so already keeps its time. */
  void addReader(InformationRequest request, String party, Instant at) {
    getEntityManager()
        .createNativeQuery(
            """
            INSERT INTO information_request_reader (aggregate_id, owner, party, at)
            VALUES (:id, :owner, :party, :at) ON CONFLICT DO NOTHING""")
        .setParameter("id", request.id())
        .setParameter("owner", request.asker())
        .setParameter("party", party)
        .setParameter("at", at)
        .executeUpdate();
  }

  /** The enterprise puts its objection to the Department, which reads the request from now on. */
  void addObjection(InformationRequest request, String enterprise, Instant at) {
    getEntityManager()
        .createNativeQuery(
            """
            INSERT INTO request_objection (id, written_by, audience, at)
            VALUES (:id, :enterprise, string_to_array('DEPARTMENT', ' '), :at) ON CONFLICT DO NOTHING""")
        .setParameter("id", request.id())
        .setParameter("enterprise", enterprise)
        .setParameter("at", at)
        .executeUpdate();
    getEntityManager()
        .createNativeQuery(
            """
            INSERT INTO request_objection_reader (aggregate_id, owner, party, at)
            VALUES (:id, :enterprise, 'DEPARTMENT', :at) ON CONFLICT DO NOTHING""")
        .setParameter("id", request.id())
        .setParameter("enterprise", enterprise)
        .setParameter("at", at)
        .executeUpdate();
  }

  /** {@code YC-2026-000123}, counted from 1 each year in Hanoi; gaps are allowed. */
  String nextNumber(Instant at) {
    int year = at.atZone(BusinessClock.ZONE).getYear();
    Number next =
        (Number)
            getEntityManager()
                .createNativeQuery("SELECT nextval('request_number_" + year + "')")
                .getSingleResult();
    return "YC-%d-%06d".formatted(year, next.longValue());
  }

  /** The state of an enterprise that liaison-service has told of. */
  Optional<String> enterpriseState(UUID id) {
    return getEntityManager()
        .createNativeQuery("SELECT state FROM enterprise WHERE id = :id", String.class)
        .setParameter("id", id)
        .getResultStream()
        .findFirst();
  }

  /** It has reached the enterprise: in a list, or read. */
  void delivered(List<UUID> ids, Instant at) {
    getEntityManager()
        .createQuery(
            "update InformationRequest set deliveredAt = :at where id in :ids and deliveredAt is null")
        .setParameter("at", at)
        .setParameter("ids", ids)
        .executeUpdate();
  }

  /** The enterprise has read it. */
  void opened(InformationRequest request, Instant at) {
    delivered(List.of(request.id()), at);
    getEntityManager()
        .createQuery(
            "update InformationRequest set openedAt = :at where id = :id and openedAt is null")
        .setParameter("at", at)
        .setParameter("id", request.id())
        .executeUpdate();
    getEntityManager().refresh(request);
  }

  /** Read again, and held: nobody moves it until the transaction ends. */
  void hold(InformationRequest request) {
    getEntityManager().refresh(request, LockModeType.PESSIMISTIC_READ);
  }

  /** Those whose reminder has come, locked; what another instance holds is left to it. */
  List<InformationRequest> toRemind(Instant now, int limit) {
    return getEntityManager()
        .createQuery(
            "from InformationRequest where nextReminderAt <= :now order by nextReminderAt",
            InformationRequest.class)
        .setParameter("now", now)
        .setMaxResults(limit)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .setHint("jakarta.persistence.lock.timeout", SKIP_LOCKED)
        .getResultList();
  }
}
