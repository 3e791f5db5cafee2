package vn.phoihop.incident.request;

import java.util.Set;
import vn.phoihop.platform.identity.Roles;
import vn.phoihop.platform.state.Transition;

/** A longer time to answer: asked for once, and once more whenever the asker allows it. */
enum ExtensionState {
  NONE,
  ASKED,
  GRANTED,
  DENIED,
  ALLOWED;

  enum Move implements Transition<ExtensionState> {
    ASK("extend", Set.of(NONE, ALLOWED), ASKED, Set.of(Roles.ENTERPRISE)),
    GRANT("grant-extension", Set.of(ASKED), GRANTED, Set.of(Roles.AGENCY, Roles.DEPARTMENT)),
    DENY("deny-extension", Set.of(ASKED), DENIED, Set.of(Roles.AGENCY, Roles.DEPARTMENT)),
    ALLOW(
        "allow-extension",
        Set.of(GRANTED, DENIED),
        ALLOWED,
        Set.of(Roles.AGENCY, Roles.DEPARTMENT));

    private final String verb;
    private final Set<ExtensionState> from;
    private final ExtensionState to;
    private final Set<String> sides;

    Move(String verb, Set<ExtensionState> from, ExtensionState to, Set<String> sides) {
      this.verb = verb;
      this.from = from;
      this.to = to;
      this.sides = sides;
    }

    @Override
    public String verb() {
      return verb;
    }

    @Override
    public Set<ExtensionState> from() {
      return from;
    }

    @Override
    public ExtensionState to() {
      return to;
    }

    @Override
    public Set<String> sides() {
      return sides;
    }
  }
}
