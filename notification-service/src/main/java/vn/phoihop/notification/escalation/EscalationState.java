package vn.phoihop.notification.escalation;

import java.util.Set;
import vn.phoihop.platform.state.Transition;

/** How far up a request has been told. */
enum EscalationState {
  /** By the notice of the request itself. */
  LIAISON_TOLD,
  DEPUTY_TOLD,
  LEADER_TOLD,
  DEPARTMENT_TOLD,
  /** Somebody of the enterprise has taken it up, or it is not to be answered any more. */
  SATISFIED,
  /** Everybody was told and nobody acted. */
  EXHAUSTED;

  /** A rung where nobody is in office is passed over. */
  enum Move implements Transition<EscalationState> {
    TELL_DEPUTY("tell-deputy", Set.of(LIAISON_TOLD), DEPUTY_TOLD),
    TELL_LEADER("tell-leader", Set.of(LIAISON_TOLD, DEPUTY_TOLD), LEADER_TOLD),
    TELL_DEPARTMENT(
        "tell-department", Set.of(LIAISON_TOLD, DEPUTY_TOLD, LEADER_TOLD), DEPARTMENT_TOLD),
    SATISFY("satisfy", Set.of(LIAISON_TOLD, DEPUTY_TOLD, LEADER_TOLD, DEPARTMENT_TOLD), SATISFIED),
    EXHAUST("exhaust", Set.of(DEPARTMENT_TOLD), EXHAUSTED);

    private final String verb;
    private final Set<EscalationState> from;
    private final EscalationState to;

    Move(String verb, Set<EscalationState> from, EscalationState to) {
      this.verb = verb;
      this.from = from;
      this.to = to;
    }

    @Override
    public String verb() {
      return verb;
    }

    @Override
    public Set<EscalationState> from() {
      return from;
    }

    @Override
    public EscalationState to() {
      return to;
    }

    @Override
    public Set<String> sides() {
      return Set.of("system");
    }
  }
}
