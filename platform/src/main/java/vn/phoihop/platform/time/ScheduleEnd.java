package vn.phoihop.platform.time;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduler;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;

/**
 * Nothing scheduled starts once the service stops, before anything else stops: each run would fail
 * for the parts that are closed already, and fill the log with faults that are none.
 */
@Singleton
class ScheduleEnd {

  private final Scheduler scheduler;

  ScheduleEnd(Scheduler scheduler) {
    this.scheduler = scheduler;
  }

  void pause(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) ShutdownEvent stopping) {
    scheduler.pause();
  }
}
