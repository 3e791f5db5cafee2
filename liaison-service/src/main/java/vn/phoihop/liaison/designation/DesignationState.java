package vn.phoihop.liaison.designation;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import vn.phoihop.platform.identity.Roles;
import vn.phoihop.platform.state.ForbiddenTransition;
import vn.phoihop.platform.state.Transition;

enum DesignationState {
  DRAFT,
  UNDER_REVIEW,
  RETURNED,
  ACTIVE,
  SUSPENDED,
  REJECTED,
  WITHDRAWN,
  SUPERSEDED,
  REVOKED,
  EXPIRED;

  /** Content and document may be written anew. */
  void requireEditable() {
    if (this != DRAFT && this != RETURNED) {
      throw new ForbiddenTransition(name(), "edit", Move.verbsFrom(this));
    }
  }

  enum Move implements Transition<DesignationState> {
    SUBMIT("submit", EnumSet.of(DRAFT, RETURNED), UNDER_REVIEW, Roles.ENTERPRISE),
    APPROVE("approve", EnumSet.of(UNDER_REVIEW), ACTIVE, Roles.DEPARTMENT),
    RETURN("return", EnumSet.of(UNDER_REVIEW), RETURNED, Roles.DEPARTMENT),
    REJECT("reject", EnumSet.of(UNDER_REVIEW), REJECTED, Roles.DEPARTMENT),
    WITHDRAW("withdraw", EnumSet.of(DRAFT, UNDER_REVIEW, RETURNED), WITHDRAWN, Roles.ENTERPRISE),
    SUSPEND("suspend", EnumSet.of(ACTIVE), SUSPENDED, Roles.DEPARTMENT, "system"),
    REINSTATE("reinstate", EnumSet.of(SUSPENDED), ACTIVE, Roles.DEPARTMENT),
    /** Made by the approval of the successor, in its transaction. */
    SUPERSEDE("supersede", EnumSet.of(ACTIVE), SUPERSEDED, Roles.DEPARTMENT),
    REVOKE("revoke", EnumSet.of(ACTIVE), REVOKED, Roles.DEPARTMENT, Roles.ENTERPRISE),
    EXPIRE("expire", EnumSet.of(ACTIVE), EXPIRED, "system");

    private final String verb;
    private final Set<DesignationState> from;
    private final DesignationState to;
    private final Set<String> sides;

    Move(String verb, Set<DesignationState> from, DesignationState to, String... sides) {
      this.verb = verb;
      this.from = Set.copyOf(from);
      this.to = to;
      this.sides = Set.of(sides);
    }

    private static List<String> verbsFrom(DesignationState state) {
      return Arrays.stream(values())
          .filter(move -> move.from.contains(state))
          .map(Move::verb)
          .sorted()
          .toList();
    }

    @Override
    public String verb() {
      return verb;
    }

    @Override
    public Set<DesignationState> from() {
      return from;
    }

    @Override
    public DesignationState to() {
      return to;
    }

    @Override
    public Set<String> sides() {
      return sides;
    }
  }
}
