package vn.phoihop.liaison.enterprise;

import java.util.EnumSet;
import java.util.Set;
import vn.phoihop.platform.identity.Roles;
import vn.phoihop.platform.state.Transition;

enum EnterpriseState {
  VERIFIED,
  ACTIVE,
  SUSPENDED,
  CLOSED;

  enum Move implements Transition<EnterpriseState> {
    ACTIVATE("activate", EnumSet.of(VERIFIED), ACTIVE),
    SUSPEND("suspend", EnumSet.of(ACTIVE), SUSPENDED),
    REINSTATE("reinstate", EnumSet.of(SUSPENDED), ACTIVE),
    CLOSE("close", EnumSet.of(ACTIVE, SUSPENDED), CLOSED);

    private final String verb;
    private final Set<EnterpriseState> from;
    private final EnterpriseState to;

    Move(String verb, Set<EnterpriseState> from, EnterpriseState to) {
      this.verb = verb;
      this.from = Set.copyOf(from);
      this.to = to;
    }

    @Override
    public String verb() {
      return verb;
    }

    @Override
    public Set<EnterpriseState> from() {
      return from;
    }

    @Override
    public EnterpriseState to() {
      return to;
    }

    @Override
    public Set<String> sides() {
      return Set.of(Roles.DEPARTMENT);
    }
  }
}
