package vn.phoihop.liaison.enterprise;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Singleton
class EnrolmentCodeRepository implements PanacheRepositoryBase<EnrolmentCode, UUID> {

  @Nullable EnrolmentCode byCode(String code) {
    return find("codeHash", EnrolmentCode.hash(code)).firstResult();
  }

  void voidOpenOnes(UUID enterpriseId) {
    getEntityManager()
        .createNativeQuery(
            """
            UPDATE enrolment_code SET voided_at = now()
            WHERE enterprise_id = :enterprise AND voided_at IS NULL AND used_at IS NULL""")
        .setParameter("enterprise", enterpriseId)
        .executeUpdate();
  }

  /** Whether the code is now this lease's for a minute. */
  boolean lease(UUID id, UUID lease) {
    return update(
        """
        UPDATE enrolment_code SET lease = :lease, leased_until = now() + interval '60 seconds'
        WHERE id = :id AND voided_at IS NULL AND used_at IS NULL
          AND (leased_until IS NULL OR leased_until < now())""",
        id,
        lease);
  }

  void release(UUID id, UUID lease) {
    update(
        "UPDATE enrolment_code SET leased_until = NULL WHERE id = :id AND lease = :lease",
        id,
        lease);
  }

  /** Whether the code was still good and this lease's; it is used now. */
  boolean use(UUID id, UUID lease) {
    return update(
        """
        UPDATE enrolment_code SET used_at = now()
        WHERE id = :id AND lease = :lease AND voided_at IS NULL AND used_at IS NULL""",
        id,
        lease);
  }

  private boolean update(String sql, UUID id, UUID lease) {
    return getEntityManager()
            .createNativeQuery(sql)
            .setParameter("id", id)
            .setParameter("lease", lease)
            .executeUpdate()
        == 1;
  }
}
