package vn.phoihop.platform.state;

import java.util.List;

/** The move does not start at the object's state; answered as 409 with what is allowed. */
public final class ForbiddenTransition extends RuntimeException {

  private final String state;
  private final List<String> allowed;

  public ForbiddenTransition(String state, String verb, List<String> allowed) {
    super(verb + " from " + state);
    this.state = state;
    this.allowed = List.copyOf(allowed);
  }

  public String state() {
    return state;
  }

  /** The verbs that start at this state. */
  public List<String> allowed() {
    return allowed;
  }
}
