package vn.phoihop.notification.delivery;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import vn.phoihop.notification.subscription.DisabledReason;

/**
 * How one attempt ended.
 *
 * @param status what the receiver answered; null where it did not
 * @param fault null only for 2xx
 * @param head the beginning of the answer's body, where it may be kept
 * @param hopeless whether another attempt could not end otherwise
 * @param disables set where the answer says that the receiver is not to be called any more at all
 */
record Outcome(
    @Nullable Integer status,
    @Nullable Fault fault,
    Duration duration,
    byte @Nullable [] head,
    @Nullable Duration retryAfter,
    boolean hopeless,
    @Nullable DisabledReason disables) {

  /** Codes of failures, as {@code attempts[].errorCode} shows them. */
  enum Fault {
    E_TIMEOUT,
    E_CONNECTION,
    E_TLS,
    E_DNS,
    E_HTTP,
    E_INVALID_TARGET,
    E_FORBIDDEN_ADDRESS,
    E_UNKNOWN,
    /** The instance ended during the attempt: whether the receiver got it is not known. */
    E_INTERRUPTED
  }

  /**
   * What the receiver answered.
   *
   * @param instruction its header webhook-delivery
   */
  static Outcome answered(
      int status,
      Duration duration,
      byte @Nullable [] head,
      @Nullable Duration retryAfter,
      @Nullable String instruction) {
    boolean delivered = status >= 200 && status < 300;
    DisabledReason disables =
        status == 410
            ? DisabledReason.GONE
            : "disable".equalsIgnoreCase(instruction) ? DisabledReason.DISABLED_BY_RECEIVER : null;
    boolean hopeless =
        !delivered && (disables != null || "abort-message".equalsIgnoreCase(instruction));
    return new Outcome(
        status, delivered ? null : Fault.E_HTTP, duration, head, retryAfter, hopeless, disables);
  }

  static Outcome failed(Fault fault, Duration duration) {
    boolean hopeless = fault == Fault.E_FORBIDDEN_ADDRESS || fault == Fault.E_INVALID_TARGET;
    return new Outcome(null, fault, duration, null, null, hopeless, null);
  }

  boolean delivered() {
    return fault == null;
  }

  /** Whether the receiver is more likely overwhelmed than wrong, and should be left alone. */
  boolean overloaded() {
    return fault == Fault.E_TIMEOUT
        || (status != null && (status == 429 || (status >= 502 && status <= 504)));
  }
}
