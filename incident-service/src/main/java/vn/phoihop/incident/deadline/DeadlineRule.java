package vn.phoihop.incident.deadline;

import java.util.Objects;
import vn.phoihop.platform.time.DueTime;

/** An entry of the reference list DEADLINE_RULES. */
public record DeadlineRule(String code, int amount, DueTime.Unit unit, boolean active) {

  public DeadlineRule {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(unit, "unit");
  }
}
