package vn.phoihop.incident.deadline;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.phoihop.platform.time.DueTime;
import vn.phoihop.platform.time.WorkingCalendar;

/** The rules in force, and the days that they count. */
public record Deadlines(List<DeadlineRule> rules, WorkingCalendar calendar) {

  public static final Deadlines NONE =
      new Deadlines(List.of(), new WorkingCalendar("none", Set.of(), Set.of(), Set.of(), Set.of()));

  public Deadlines {
    rules = List.copyOf(rules);
  }

  public Deadlines with(List<DeadlineRule> others) {
    return new Deadlines(others, calendar);
  }

  public Deadlines with(WorkingCalendar other) {
    return new Deadlines(rules, other);
  }

  /** When it is due by this rule; empty where the Department has no such rule in force. */
  public Optional<DueTime> due(String rule, Instant anchor) {
    return rules.stream()
        .filter(known -> known.active() && known.code().equals(rule))
        .findFirst()
        .map(known -> DueTime.of(rule, known.amount(), known.unit(), anchor, calendar));
  }
}
