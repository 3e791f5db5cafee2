package vn.phoihop.liaison.designation;

import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import vn.phoihop.platform.identity.SystemParty;

/** Ends designations the day after their last one. */
@Singleton
class ExpirySweeper {

  private static final int A_TRANSACTION = 50;

  private final SystemParty system;
  private final DesignationService designations;

  ExpirySweeper(SystemParty system, DesignationService designations) {
    this.system = system;
    this.designations = designations;
  }

  @Scheduled(
      every = "{phoihop.designation.expiry-check}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void expire() {
    system.run(
        () -> {
          boolean more = true;
          while (more) {
            more = designations.expireSome(A_TRANSACTION);
          }
        });
  }
}
