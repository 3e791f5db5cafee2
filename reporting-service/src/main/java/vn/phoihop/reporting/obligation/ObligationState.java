package vn.phoihop.reporting.obligation;

import java.util.Set;
import vn.phoihop.platform.identity.Roles;
import vn.phoihop.platform.state.Transition;

/** The life of an obligation (domain.md §6.3). */
enum ObligationState {
  OPEN,
  SUBMITTED,
  FULFILLED,
  EXEMPTED,
  CANCELLED,
  REOPENED;

  /**
   * Every move. Submit, return, accept and correct are its report's; a returned report is owed
   * again, as it was before it was submitted.
   */
  enum Move implements Transition<ObligationState> {
    SUBMIT("submit", Set.of(OPEN, REOPENED), SUBMITTED, Roles.ENTERPRISE),
    RETURN_OPEN("return", Set.of(SUBMITTED), OPEN, Roles.DEPARTMENT),
    RETURN_REOPENED("return", Set.of(SUBMITTED), REOPENED, Roles.DEPARTMENT),
    ACCEPT("accept", Set.of(SUBMITTED), FULFILLED, Roles.DEPARTMENT),
    CORRECT("correct", Set.of(FULFILLED), REOPENED, Roles.ENTERPRISE),
    EXEMPT("exempt", Set.of(OPEN), EXEMPTED, Roles.DEPARTMENT),
    CANCEL("cancel", Set.of(OPEN), CANCELLED, Roles.DEPARTMENT);

    private final String verb;
    private final Set<ObligationState> from;
    private final ObligationState to;
    private final String side;

    Move(String verb, Set<ObligationState> from, ObligationState to, String side) {
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
    public Set<ObligationState> from() {
      return from;
    }

    @Override
    public ObligationState to() {
      return to;
    }

    @Override
    public Set<String> sides() {
      return Set.of(side);
    }
  }
}
