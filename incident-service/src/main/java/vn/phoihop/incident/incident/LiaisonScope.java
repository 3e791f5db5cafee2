package vn.phoihop.incident.incident;

import vn.phoihop.platform.identity.Caller;
import vn.phoihop.platform.problem.ProblemException;

/** A liaison acts within the scope of the designation; a machine acts for its whole enterprise. */
public final class LiaisonScope {

  private static final String INCIDENT = "INCIDENT";

  private LiaisonScope() {}

  /** Refuses (403) a liaison who is not designated for incidents. */
  public static Caller check(Caller caller) {
    return check(caller, INCIDENT);
  }

  /** Refuses (403) a liaison who is not designated for this. */
  public static Caller check(Caller caller, String scope) {
    if (caller.isEnterprise() && !caller.isMachine() && !caller.scopes().contains(scope)) {
      throw ProblemException.forbidden();
    }
    return caller;
  }
}
