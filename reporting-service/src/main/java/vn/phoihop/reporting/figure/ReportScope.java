package vn.phoihop.reporting.figure;

import vn.phoihop.platform.identity.Caller;
import vn.phoihop.platform.problem.ProblemException;

/** A liaison acts within the scope of the designation; a machine acts for its whole enterprise. */
public final class ReportScope {

  private static final String REPORT = "REPORT";

  private ReportScope() {}

  /** Refuses (403) a liaison who is not designated for reports. */
  public static Caller check(Caller caller) {
    if (caller.isEnterprise() && !caller.isMachine() && !caller.scopes().contains(REPORT)) {
      throw ProblemException.forbidden();
    }
    return caller;
  }
}
