package vn.phoihop.reporting.figure;

import java.util.Objects;
import java.util.UUID;

/** One answer to a request: there is another after each return. */
record RequestAnswered(UUID id, long sequence, boolean onTime, RequestChanged.Statuses statuses) {

  /** Where nothing was due, nothing is late. */
  static RequestAnswered of(RequestChanged answered) {
    return new RequestAnswered(
        answered.id(),
        answered.sequence(),
        Objects.requireNonNullElse(answered.onTime(), true),
        Objects.requireNonNull(answered.statuses(), "statuses"));
  }
}
