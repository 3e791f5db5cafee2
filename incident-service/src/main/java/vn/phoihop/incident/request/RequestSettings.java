package vn.phoihop.incident.request;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;

/** What the operator decides about requests. */
@ConfigMapping(prefix = "phoihop.request")
interface RequestSettings {

  /** Largest document, in bytes. */
  long maxBytes();

  /** Without a subject, a period of more days is called broad. */
  int broadDays();

  /** Working days within which the paper of an emergency follows. */
  int supportWorkingDays();

  /** How long before the due time a reminder goes out, by priority. */
  Map<Priority, Duration> preDue();

  /** How long after the due time the last reminder goes out, by priority. */
  Map<Priority, Duration> overdue();

  /** How often reminders are looked for. */
  @WithDefault("30s")
  Duration remindEvery();

  default Timing timing(Priority priority) {
    return new Timing(
        preDue().getOrDefault(priority, Duration.ZERO),
        overdue().getOrDefault(priority, Duration.ZERO));
  }
}
