package vn.phoihop.reporting.reference;

import java.time.Instant;
import java.util.Objects;
import vn.phoihop.platform.time.DueTime;
import vn.phoihop.platform.time.WorkingCalendar;

/** An entry of DEADLINE_RULES. */
public record DeadlineRule(String code, int amount, DueTime.Unit unit, boolean active) {

  public DeadlineRule {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(unit, "unit");
  }

  public DueTime from(Instant anchor, WorkingCalendar calendar) {
    return DueTime.of(code, amount, unit, anchor, calendar);
  }
}
