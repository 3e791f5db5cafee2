package vn.phoihop.incident.request;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the enterprise has come.
 *
 * @param acknowledgeBy until when it was to acknowledge
 * @param answers how many versions of the answer there are
 * @param answeredAt when the last one was given
 * @param onTime whether that was in time; null also where nothing is due
 * @param completeness of it, in percent
 */
@Embeddable
record Progress(
    @Nullable Instant acknowledgeBy,
    @Nullable Instant acknowledgedAt,
    int answers,
    @Nullable Instant answeredAt,
    @Nullable Boolean onTime,
    @Nullable Integer completeness) {

  static Progress none() {
    return new Progress(null, null, 0, null, null, null);
  }

  Progress expected(@Nullable Instant by) {
    return new Progress(by, acknowledgedAt, answers, answeredAt, onTime, completeness);
  }

  Progress acknowledged(Instant at) {
    return new Progress(acknowledgeBy, at, answers, answeredAt, onTime, completeness);
  }

  Progress answered(Instant at, @Nullable Boolean inTime, int percent) {
    return new Progress(acknowledgeBy, acknowledgedAt, answers + 1, at, inTime, percent);
  }
}
