package vn.phoihop.liaison.designation;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.phoihop.liaison.enterprise.EnterpriseService;
import vn.phoihop.liaison.reference.ReferenceService;
import vn.phoihop.platform.audit.Audit;
import vn.phoihop.platform.http.IfMatch;
import vn.phoihop.platform.identity.Caller;
import vn.phoihop.platform.identity.CurrentCaller;
import vn.phoihop.platform.outbox.Outbox;
import vn.phoihop.platform.problem.ProblemException;
import vn.phoihop.platform.time.BusinessClock;
import vn.phoihop.platform.time.Ids;

/** What an enterprise and the Department do with a designation. */
@Singleton
@Transactional
class DesignationService {

  private final DesignationRepository designations;
  private final EnterpriseService enterprises;
  private final ReferenceService reference;
  private final LiaisonRoster roster;
  private final Outbox outbox;
  private final Audit audit;
  private final CurrentCaller callers;
  private final BusinessClock clock;
  private final Ids ids;

  DesignationService(
      DesignationRepository designations,
      EnterpriseService enterprises,
      ReferenceService reference,
      LiaisonRoster roster,
      Outbox outbox,
      Audit audit,
      CurrentCaller callers,
      BusinessClock clock,
      Ids ids) {
    this.designations = designations;
    this.enterprises = enterprises;
    this.reference = reference;
    this.roster = roster;
    this.outbox = outbox;
    this.audit = audit;
    this.callers = callers;
    this.clock = clock;
    this.ids = ids;
  }

  DesignationView draft(UUID enterpriseId, DesignateLiaison form) {
    Caller caller = callers.get();
    if (!caller.enterpriseId().equals(enterpriseId)) {
      throw ProblemException.notFound();
    }
    enterprises.requireActive(enterpriseId);
    requireSound(form);
    Designation designation =
        Designation.draft(ids.next(), enterpriseId, form, caller.person(), clock.now());
    designations.add(designation);
    return moved("draft", designation);
  }

  DesignationView rewrite(UUID id, DesignateLiaison form, @Nullable IfMatch ifMatch) {
    Designation designation = designations.get(id);
    IfMatch.require(ifMatch, designation.sequence());
    requireSound(form);
    designation.rewrite(form, callers.get().person());
    return moved("edit", designation);
  }

  DesignationView submit(UUID id, @Nullable IfMatch ifMatch) {
    Designation designation = load(id, ifMatch);
    designation.submit(callers.get().person());
    return moved("submit", "submitted", designation);
  }

  DesignationView withdraw(UUID id, @Nullable IfMatch ifMatch) {
    Designation designation = load(id, ifMatch);
    designation.withdraw();
    return moved("withdraw", designation);
  }

  /** Where it is a primary, the former one is superseded in the same transaction. */
  DesignationView approve(UUID id, @Nullable IfMatch ifMatch) {
    Designation designation = load(id, ifMatch);
    Designation former = designation.isPrimary() ? designations.otherPrimary(designation) : null;
    if (former != null) {
      // Written before the successor is: the index allows one active primary at any time.
      former.supersede();
      moved("supersede", "superseded", former);
    }
    designation.approve(former, clock.today());
    DesignationView view = moved("approve", "approved", designation);
    roster.joined(designation, former, clock.now());
    return view;
  }

  DesignationView returnFor(UUID id, Reasons why, @Nullable IfMatch ifMatch) {
    Designation designation = load(id, ifMatch);
    reference.requireCodes("RETURN_REASONS", why.reasons(), "/reasons");
    designation.returnFor(why);
    return moved("return", "returned", designation);
  }

  DesignationView reject(UUID id, Reasons why, @Nullable IfMatch ifMatch) {
    Designation designation = load(id, ifMatch);
    reference.requireCodes("RETURN_REASONS", why.reasons(), "/reasons");
    designation.reject(why);
    return moved("reject", designation);
  }

  DesignationView revoke(UUID id, Reasons why, @Nullable IfMatch ifMatch) {
    Designation designation = load(id, ifMatch);
    reference.requireCodes("REVOKE_REASONS", why.reasons(), "/reasons");
    designation.revoke(why);
    DesignationView view = moved("revoke", "revoked", designation);
    roster.left(designation, clock.now());
    return view;
  }

  /** Ends those whose last day is over; true while there may be more. */
  boolean expireSome(int most) {
    List<Designation> lapsed = designations.lapsed(clock.today(), most);
    for (Designation designation : lapsed) {
      designation.expire();
    }
    designations.flush();
    for (Designation designation : lapsed) {
      moved("expire", "expired", designation);
      roster.left(designation, clock.now());
    }
    return lapsed.size() == most;
  }

  private Designation load(UUID id, @Nullable IfMatch ifMatch) {
    Designation designation = designations.get(id);
    IfMatch.check(ifMatch, designation.sequence());
    return designation;
  }

  private void requireSound(DesignateLiaison form) {
    DesignationPolicy.requireDates(form, clock.today());
    if (form.sectors() != null) {
      reference.requireCodes("SECTORS", form.sectors(), "/sectors");
    }
  }

  /** A move that tells other services. */
  private DesignationView moved(String verb, String fact, Designation designation) {
    Instant now = clock.now();
    designations.flush();
    designations.remember(verb, designation, callers.get(), now);
    outbox.append(DesignationEvent.of(fact, designation, now));
    return DesignationView.of(designation);
  }

  /** A move that is the two sides' own affair. */
  private DesignationView moved(String verb, Designation designation) {
    designations.flush();
    designations.remember(verb, designation, callers.get(), clock.now());
    audit.record("designation." + verb, "designation", designation.id(), designation.sequence());
    return DesignationView.of(designation);
  }
}
