package vn.phoihop.notification.delivery;

import java.util.Set;
import vn.phoihop.platform.identity.Roles;
import vn.phoihop.platform.state.Transition;

/** A delivery's states. REPLAYED is QUEUED again because somebody asked for it. */
enum DeliveryState {
  QUEUED,
  SENDING,
  RETRY_WAIT,
  DELIVERED,
  DEAD_LETTER,
  REPLAYED,
  SUPPRESSED;

  /** Whether an attempt is still to come. */
  boolean isQueued() {
    return this == QUEUED || this == RETRY_WAIT || this == REPLAYED;
  }

  private static final Set<String> SYSTEM = Set.of("system");

  enum Move implements Transition<DeliveryState> {
    /** An instance takes it; from SENDING only after the lease of the one that had it. */
    SEND("send", Set.of(QUEUED, RETRY_WAIT, REPLAYED, SENDING), SENDING, SYSTEM),
    /** The receiver said 2xx. */
    DELIVER("deliver", Set.of(SENDING), DELIVERED, SYSTEM),
    WAIT("wait", Set.of(SENDING), RETRY_WAIT, SYSTEM),
    GIVE_UP("give-up", Set.of(SENDING), DEAD_LETTER, SYSTEM),
    /** Taken and not sent: another instance may. */
    RELEASE("release", Set.of(SENDING), QUEUED, SYSTEM),
    /** The subscription was deleted before it was sent. */
    SUPPRESS("suppress", Set.of(QUEUED, RETRY_WAIT, REPLAYED), SUPPRESSED, SYSTEM),
    RESEND(
        "resend",
        Set.of(DELIVERED, DEAD_LETTER, RETRY_WAIT),
        REPLAYED,
        Set.of(Roles.DEPARTMENT, Roles.AGENCY, Roles.ENTERPRISE));

    private final String verb;
    private final Set<DeliveryState> from;
    private final DeliveryState to;
    private final Set<String> sides;

    Move(String verb, Set<DeliveryState> from, DeliveryState to, Set<String> sides) {
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
    public Set<DeliveryState> from() {
      return from;
    }

    @Override
    public DeliveryState to() {
      return to;
    }

    @Override
    public Set<String> sides() {
      return sides;
    }
  }
}
