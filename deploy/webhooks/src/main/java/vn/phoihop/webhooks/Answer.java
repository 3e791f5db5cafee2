package vn.phoihop.webhooks;

import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What a call brought.
 *
 * @param status 0 where there was no answer
 * @param fault why there was none
 * @param headers names in lower case
 */
record Answer(int status, String fault, Map<String, String> headers, Duration took) {

  /** A limit below one call a second cannot be kept: such a consent is refused. */
  private static final int LEAST_A_MINUTE = 60;

  static Answer none(String fault, Duration took) {
    return new Answer(0, fault, Map.of(), took);
  }

  boolean came() {
    return status != 0;
  }

  boolean accepted() {
    return status >= 200 && status < 300;
  }

  /**
   * Whether a forged call was turned away. 410 would have a genuine one given up for good, should
   * the receiver's clock or secret be wrong; 429 says nothing about this call.
   */
  boolean refused() {
    return status >= 400 && status < 500 && status != 410 && status != 429;
  }

  /** Whether a handshake was answered by a yes for this name, or for all. */
  boolean welcomes(String origin) {
    String allowed = headers.getOrDefault("webhook-allowed-origin", "");
    String rate = headers.getOrDefault("webhook-allowed-rate", "");
    return (allowed.equalsIgnoreCase(origin) || allowed.equals("*"))
        && (rate.equals("*")
            || (rate.matches("[0-9]{1,9}") && Integer.parseInt(rate) >= LEAST_A_MINUTE));
  }

  /** How many different events the receiver has processed, if it tells. */
  OptionalLong processed() {
    String count = headers.getOrDefault("webhook-processed", "");
    return count.matches("[0-9]{1,18}")
        ? OptionalLong.of(Long.parseLong(count))
        : OptionalLong.empty();
  }

  @Override
  public String toString() {
    return came() ? Integer.toString(status) : fault;
  }
}
