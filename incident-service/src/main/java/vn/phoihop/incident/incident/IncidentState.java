package vn.phoihop.incident.incident;

import java.util.Set;
import vn.phoihop.platform.identity.Roles;
import vn.phoihop.platform.state.Transition;

/** The life of an incident (domain.md §6.2). */
enum IncidentState {
  RECEIVED,
  TRIAGED,
  RETURNED,
  IN_COORDINATION,
  RESOLVED,
  CLOSED,
  MERGED,
  WITHDRAWN,
  DISMISSED;

  private static final Set<IncidentState> OPEN =
      Set.of(RECEIVED, TRIAGED, RETURNED, IN_COORDINATION);

  /**
   * Every move. Those that share a verb differ in where they start; exactly one of them fits a
   * state.
   */
  enum Move implements Transition<IncidentState> {
    TRIAGE("triage", Set.of(RECEIVED), TRIAGED, Roles.DEPARTMENT),
    REFER("refer", Set.of(TRIAGED, IN_COORDINATION), IN_COORDINATION, Roles.DEPARTMENT),
    RESOLVE("resolve", Set.of(IN_COORDINATION), RESOLVED, Roles.DEPARTMENT),
    CLOSE("close", Set.of(RESOLVED), CLOSED, Roles.DEPARTMENT),
    REOPEN("reopen", Set.of(CLOSED), IN_COORDINATION, Roles.DEPARTMENT),
    RETURN("return", Set.of(RECEIVED, TRIAGED), RETURNED, Roles.DEPARTMENT),
    AMEND_RETURNED("amend", Set.of(RECEIVED, RETURNED), RECEIVED, Roles.ENTERPRISE),
    AMEND_TRIAGED("amend", Set.of(TRIAGED), TRIAGED, Roles.ENTERPRISE),
    AMEND_COORDINATED("amend", Set.of(IN_COORDINATION), IN_COORDINATION, Roles.ENTERPRISE),
    WITHDRAW("withdraw", Set.of(RECEIVED, TRIAGED, RETURNED), WITHDRAWN, Roles.ENTERPRISE),
    ALLOW_WITHDRAWAL(
        "allow-withdrawal", Set.of(IN_COORDINATION), IN_COORDINATION, Roles.DEPARTMENT),
    WITHDRAW_ALLOWED("withdraw", Set.of(IN_COORDINATION), WITHDRAWN, Roles.ENTERPRISE),
    DISMISS("dismiss", OPEN, DISMISSED, Roles.DEPARTMENT),
    MERGE("merge", OPEN, MERGED, Roles.DEPARTMENT),
    UNMERGE_RECEIVED("unmerge", Set.of(MERGED), RECEIVED, Roles.DEPARTMENT),
    UNMERGE_TRIAGED("unmerge", Set.of(MERGED), TRIAGED, Roles.DEPARTMENT),
    UNMERGE_RETURNED("unmerge", Set.of(MERGED), RETURNED, Roles.DEPARTMENT),
    UNMERGE_COORDINATED("unmerge", Set.of(MERGED), IN_COORDINATION, Roles.DEPARTMENT);

    private final String verb;
    private final Set<IncidentState> from;
    private final IncidentState to;
    private final String side;

    Move(String verb, Set<IncidentState> from, IncidentState to, String side) {
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
    public Set<IncidentState> from() {
      return from;
    }

    @Override
    public IncidentState to() {
      return to;
    }

    @Override
    public Set<String> sides() {
      return Set.of(side);
    }
  }
}
