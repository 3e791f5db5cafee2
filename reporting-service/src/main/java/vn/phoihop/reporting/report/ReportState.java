package vn.phoihop.reporting.report;

import java.util.Set;
import vn.phoihop.platform.identity.Roles;
import vn.phoihop.platform.state.Transition;

/** The life of a report (domain.md §6.3). */
enum ReportState {
  DRAFT,
  SUBMITTED,
  RETURNED,
  ACCEPTED;

  /** Every move. A version that was submitted stays; what comes after it is the next one. */
  enum Move implements Transition<ReportState> {
    EDIT_DRAFT("edit", Set.of(DRAFT), DRAFT, Roles.ENTERPRISE),
    EDIT_RETURNED("edit", Set.of(RETURNED), RETURNED, Roles.ENTERPRISE),
    SUBMIT("submit", Set.of(DRAFT, RETURNED), SUBMITTED, Roles.ENTERPRISE),
    RETURN("return", Set.of(SUBMITTED), RETURNED, Roles.DEPARTMENT),
    ACCEPT("accept", Set.of(SUBMITTED), ACCEPTED, Roles.DEPARTMENT),
    ALLOW_CORRECTION("allow-correction", Set.of(ACCEPTED), ACCEPTED, Roles.DEPARTMENT),
    CORRECT("correct", Set.of(ACCEPTED), DRAFT, Roles.ENTERPRISE);

    private final String verb;
    private final Set<ReportState> from;
    private final ReportState to;
    private final String side;

    Move(String verb, Set<ReportState> from, ReportState to, String side) {
      this.verb = verb;
      this.from = from;
      this.to = to;
      this.side = side;
    }

    @Override
    public String verb() {
      return verb;
    }

    @Override
    public Set<ReportState> from() {
      return from;
    }

    @Override
    public ReportState to() {
      return to;
    }

    @Override
    public Set<String> sides() {
      return Set.of(side);
    }
  }
}
