package vn.phoihop.reporting.obligation;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.phoihop.platform.time.DueTime;

/**
 * Until when, and by what it was reckoned.
 *
 * @param calendarVersion null where no working days were counted
 */
@Embeddable
record Due(
    Instant dueAt,
    Instant dueAnchor,
    String dueRule,
    @Nullable String calendarVersion,
    boolean dueProvisional) {

  static Due of(DueTime time) {
    return new Due(
        time.dueAt(), time.anchor(), time.rule(), time.calendarVersion(), time.provisional());
  }

  /** The Department names the time itself. */
  static Due named(Instant at, Instant now) {
    return new Due(at, now, "CAMPAIGN", null, false);
  }
}
