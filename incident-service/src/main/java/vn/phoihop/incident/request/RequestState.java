package vn.phoihop.incident.request;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.phoihop.platform.identity.Roles;
import vn.phoihop.platform.state.Transition;

/** The life of a request for information (domain.md §6.2). */
enum RequestState {
  DRAFT,
  ISSUED,
  ACKNOWLEDGED,
  ANSWERED,
  RETURNED,
  NEEDS_CLARIFICATION,
  OBJECTED,
  ACCEPTED,
  CLOSED,
  CANCELLED,
  SUPERSEDED;

  private static final Set<RequestState> RUNNING = Set.of(ISSUED, ACKNOWLEDGED, RETURNED);
  private static final Set<RequestState> SUPPORTABLE =
      Set.of(ISSUED, ACKNOWLEDGED, ANSWERED, RETURNED, NEEDS_CLARIFICATION, OBJECTED, ACCEPTED);
  private static final Set<String> ASKER = Set.of(Roles.AGENCY, Roles.DEPARTMENT);
  private static final Set<String> RECEIVER = Set.of(Roles.ENTERPRISE);
  private static final Set<String> UMPIRE = Set.of(Roles.DEPARTMENT);

  /** It is the enterprise's turn: the clock runs. */
  boolean isRunning() {
    return RUNNING.contains(this);
  }

  /** The clock stands, and goes on if the request comes back. */
  boolean isWaiting() {
    return this == ANSWERED || this == NEEDS_CLARIFICATION || this == OBJECTED;
  }

  /**
   * Every move. Those that share a verb differ in where they lead back to; those without an end
   * change no state.
   */
  enum Move implements Transition<RequestState> {
    ISSUE("issue", Set.of(DRAFT), ISSUED, ASKER),
    ACKNOWLEDGE("acknowledge", Set.of(ISSUED), ACKNOWLEDGED, RECEIVER),
    ADD_DOCUMENT("documents", RUNNING, null, RECEIVER),
    ANSWER("answers", Set.of(ACKNOWLEDGED, RETURNED), ANSWERED, RECEIVER),
    ACCEPT("accept", Set.of(ANSWERED), ACCEPTED, ASKER),
    RETURN("return", Set.of(ANSWERED), RETURNED, ASKER),
    CLOSE("close", Set.of(ACCEPTED), CLOSED, ASKER),
    CLARIFY("clarify", RUNNING, NEEDS_CLARIFICATION, RECEIVER),
    CLARIFIED_ISSUED("clarified", Set.of(NEEDS_CLARIFICATION), ISSUED, ASKER),
    CLARIFIED_ACKNOWLEDGED("clarified", Set.of(NEEDS_CLARIFICATION), ACKNOWLEDGED, ASKER),
    CLARIFIED_RETURNED("clarified", Set.of(NEEDS_CLARIFICATION), RETURNED, ASKER),
    EXTEND("extend", RUNNING, null, RECEIVER),
    GRANT_EXTENSION("grant-extension", RUNNING, null, ASKER),
    DENY_EXTENSION("deny-extension", RUNNING, null, ASKER),
    ALLOW_EXTENSION("allow-extension", RUNNING, null, ASKER),
    OBJECT("object", RUNNING, OBJECTED, RECEIVER),
    UPHOLD("uphold", Set.of(OBJECTED), CANCELLED, UMPIRE),
    OVERRULE_ISSUED("overrule", Set.of(OBJECTED), ISSUED, UMPIRE),
    OVERRULE_ACKNOWLEDGED("overrule", Set.of(OBJECTED), ACKNOWLEDGED, UMPIRE),
    OVERRULE_RETURNED("overrule", Set.of(OBJECTED), RETURNED, UMPIRE),
    SUPPORT("support", SUPPORTABLE, null, ASKER),
    CANCEL("cancel", RUNNING, CANCELLED, ASKER),
    SUPERSEDE("supersede", RUNNING, SUPERSEDED, ASKER);

    private final String verb;
    private final Set<RequestState> from;
    private final @Nullable RequestState to;
    private final Set<String> sides;

    Move(String verb, Set<RequestState> from, @Nullable RequestState to, Set<String> sides) {
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
    public Set<RequestState> from() {
      return from;
    }

    @Override
    public RequestState to() {
      return to != null ? to : from.iterator().next();
    }

    @Override
    public RequestState apply(RequestState current) {
      RequestState end = Transition.super.apply(current);
      return to != null ? end : current;
    }

    @Override
    public Set<String> sides() {
      return sides;
    }
  }
}
