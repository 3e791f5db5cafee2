package vn.phoihop.incident.measure;

import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import vn.phoihop.platform.identity.SystemParty;

/** Starts planned measures when their time has come. */
@Singleton
class MeasureSweeper {

  private final SystemParty system;
  private final MeasureService measures;

  MeasureSweeper(SystemParty system, MeasureService measures) {
    this.system = system;
    this.measures = measures;
  }

  @Scheduled(
      every = "{phoihop.measure.start-check}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void start() {
    system.run(
        () -> {
          boolean more = true;
          while (more) {
            more = measures.startDue();
          }
        });
  }
}
