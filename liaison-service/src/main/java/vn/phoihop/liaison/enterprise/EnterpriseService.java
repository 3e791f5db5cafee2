package vn.phoihop.liaison.enterprise;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.phoihop.liaison.contact.ContactChangedEvent;
import vn.phoihop.liaison.contact.ReachabilityService;
import vn.phoihop.liaison.reference.ReferenceService;
import vn.phoihop.platform.audit.Audit;
import vn.phoihop.platform.http.Cursors;
import vn.phoihop.platform.http.IfMatch;
import vn.phoihop.platform.http.Page;
import vn.phoihop.platform.http.PageRequest;
import vn.phoihop.platform.http.Position;
import vn.phoihop.platform.identity.CurrentCaller;
import vn.phoihop.platform.outbox.Outbox;
import vn.phoihop.platform.problem.ProblemException;
import vn.phoihop.platform.time.BusinessClock;
import vn.phoihop.platform.time.Ids;

/** The register. */
@Singleton
@Transactional
public class EnterpriseService {

  private final EnterpriseRepository enterprises;
  private final EnrolmentCodeService codes;
  private final ReferenceService reference;
  private final ReachabilityService reachability;
  private final Cursors cursors;
  private final Outbox outbox;
  private final Audit audit;
  private final CurrentCaller callers;
  private final BusinessClock clock;
  private final Ids ids;

  EnterpriseService(
      EnterpriseRepository enterprises,
      EnrolmentCodeService codes,
      ReferenceService reference,
      ReachabilityService reachability,
      Cursors cursors,
      Outbox outbox,
      Audit audit,
      CurrentCaller callers,
      BusinessClock clock,
      Ids ids) {
    this.enterprises = enterprises;
    this.codes = codes;
    this.reference = reference;
    this.reachability = reachability;
    this.cursors = cursors;
    this.outbox = outbox;
    this.audit = audit;
    this.callers = callers;
    this.clock = clock;
    this.ids = ids;
  }

  EnterpriseView register(RegisterEnterprise form) {
    reference.requireCodes("SECTORS", form.sectors(), "/sectors");
    if (enterprises.hasTaxCode(form.taxCode())) {
      throw ProblemException.duplicate("/taxCode");
    }
    Instant now = clock.now();
    Enterprise enterprise = Enterprise.register(ids.next(), ids.next(), form, now);
    enterprises.add(enterprise);
    outbox.append(EnterpriseEvent.registered(enterprise, now));
    return EnterpriseView.of(enterprise);
  }

  EnterpriseView activate(UUID id, @Nullable IfMatch ifMatch) {
    Instant now = clock.now();
    Enterprise enterprise = enterprises.get(id);
    IfMatch.check(ifMatch, enterprise.sequence());
    enterprise.activate(now);
    enterprises.flush();
    outbox.append(EnterpriseEvent.activated(enterprise, now));
    outbox.append(
        ContactChangedEvent.of(
            enterprise.leaderId(),
            enterprise.id(),
            "LEADER",
            enterprise.leader().email(),
            enterprise.leader().phone(),
            true,
            null,
            null,
            enterprise.sequence(),
            now),
        ContactChangedEvent.TOPIC);
    return EnterpriseView.of(enterprise, codes.issue(enterprise));
  }

  EnrolmentCodeView issueCode(UUID id) {
    Enterprise enterprise = enterprises.get(id);
    if (!enterprise.isActive()) {
      throw ProblemException.of(EnterpriseProblem.ENTERPRISE_NOT_ACTIVE, enterprise.state());
    }
    audit.record("enterprise.code_issued", "enterprise", id, enterprise.sequence());
    return codes.issue(enterprise);
  }

  EnterpriseView read(UUID id) {
    Enterprise enterprise = enterprises.get(id);
    audit.record("enterprise.read", "enterprise", id, enterprise.sequence());
    return EnterpriseView.of(enterprise)
        .withLeaderUnreachable(reachability.failureOf(enterprise.leaderId()));
  }

  /** All of them for the Department; an enterprise finds itself. */
  Page<EnterpriseSummary> page(@Nullable String taxCode, PageRequest page) {
    String scope = "enterprises?taxCode=" + taxCode;
    Position after = cursors.decode(page, scope);
    if (taxCode != null) {
      return new Page<>(enterprises.withTaxCode(taxCode), null);
    }
    if (callers.get().isEnterprise()) {
      return new Page<>(enterprises.only(callers.get().enterpriseId()), null);
    }
    return cursors.page(
        enterprises.page(after, page.limit() + 1),
        page,
        scope,
        row -> new Position(row.createdAt(), row.id()));
  }

  /** 404 where the caller sees no such enterprise, 409 where it is not active. */
  public void requireActive(UUID id) {
    Enterprise enterprise = enterprises.get(id);
    if (!enterprise.isActive()) {
      throw ProblemException.of(EnterpriseProblem.ENTERPRISE_NOT_ACTIVE, enterprise.state());
    }
  }

  /** 404 where the caller sees no such enterprise. */
  public void requireVisible(UUID id) {
    enterprises.get(id);
  }
}
