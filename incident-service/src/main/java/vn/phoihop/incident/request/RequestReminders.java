package vn.phoihop.incident.request;

import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import vn.phoihop.platform.identity.SystemParty;

/** Looks for reminders whose time has come. */
@Singleton
class RequestReminders {

  private static final int A_TRANSACTION = 50;

  private final SystemParty system;
  private final ReminderService reminders;

  RequestReminders(SystemParty system, ReminderService reminders) {
    this.system = system;
    this.reminders = reminders;
  }

  @Scheduled(
      every = "{phoihop.request.remind-every}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void remind() {
    system.run(
        () -> {
          boolean more = true;
          while (more) {
            more = reminders.remindSome(A_TRANSACTION);
          }
        });
  }
}
