package vn.phoihop.liaison.enterprise;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.phoihop.liaison.provisioning.EnrolmentMail;
import vn.phoihop.liaison.provisioning.ProvisioningService;
import vn.phoihop.platform.crypto.Encryption;
import vn.phoihop.platform.outbox.Outbox;
import vn.phoihop.platform.problem.ProblemException;
import vn.phoihop.platform.time.BusinessClock;
import vn.phoihop.platform.time.Ids;
import vn.phoihop.platform.time.SystemClock;

/** The life of a code: issued, claimed while Keycloak works, then used or given back. */
@Singleton
@Transactional
class EnrolmentCodeService {

  private final EnrolmentCodeRepository codes;
  private final EnterpriseRepository enterprises;
  private final ProvisioningService provisioning;
  private final Outbox outbox;
  private final Encryption encryption;
  private final SystemClock clock;
  private final BusinessClock businessClock;
  private final Ids ids;
  private final Duration validity;

  EnrolmentCodeService(
      EnrolmentCodeRepository codes,
      EnterpriseRepository enterprises,
      ProvisioningService provisioning,
      Outbox outbox,
      Encryption encryption,
      SystemClock clock,
      BusinessClock businessClock,
      Ids ids,
      @ConfigProperty(name = "phoihop.enrolment.code-validity", defaultValue = "P7D")
          Duration validity) {
    this.codes = codes;
    this.enterprises = enterprises;
    this.provisioning = provisioning;
    this.outbox = outbox;
    this.encryption = encryption;
    this.clock = clock;
    this.businessClock = businessClock;
    this.ids = ids;
    this.validity = validity;
  }

  /** The one good code of the enterprise from now on; it goes to the leader by mail as well. */
  EnrolmentCodeView issue(Enterprise enterprise) {
    String code = EnrolmentCode.write(encryption.randomBytes(EnrolmentCode.RANDOM_BYTES));
    Instant expiresAt = clock.now().plus(validity);
    codes.voidOpenOnes(enterprise.id());
    codes.persist(EnrolmentCode.of(ids.next(), enterprise.id(), code, expiresAt));
    provisioning.mail(
        enterprise.id(),
        new EnrolmentMail(enterprise.leader().email(), enterprise.name(), code, expiresAt));
    return new EnrolmentCodeView(code, expiresAt);
  }

  Claim claim(String text) {
    EnrolmentCode code = codes.byCode(text);
    if (code == null) {
      throw ProblemException.invalid("/code", "ENROLMENT_CODE");
    }
    Enterprise enterprise = enterprises.get(code.enterpriseId());
    if (!code.isGood(clock.now()) || !enterprise.isActive()) {
      throw spent();
    }
    UUID lease = ids.next();
    if (!codes.lease(code.id(), lease)) {
      throw ProblemException.of(EnterpriseProblem.ENROLMENT_IN_PROGRESS)
          .field("/code", "ENROLMENT_IN_PROGRESS");
    }
    return new Claim(code.id(), lease, enterprise.id(), enterprise.taxCode());
  }

  void release(Claim claim) {
    codes.release(claim.codeId(), claim.lease());
  }

  void use(Claim claim) {
    if (!codes.use(claim.codeId(), claim.lease())) {
      throw spent();
    }
    Instant now = businessClock.now();
    Enterprise enterprise = enterprises.get(claim.enterpriseId());
    enterprise.enrol(now);
    enterprises.flush();
    outbox.append(EnterpriseEvent.enrolled(enterprise, now));
  }

  private static ProblemException spent() {
    return ProblemException.of(EnterpriseProblem.ENROLMENT_CODE_SPENT)
        .field("/code", "ENROLMENT_CODE_SPENT");
  }

  /** The right to draw credentials with a code, for as long as the lease holds. */
  record Claim(UUID codeId, UUID lease, UUID enterpriseId, String taxCode) {}
}
