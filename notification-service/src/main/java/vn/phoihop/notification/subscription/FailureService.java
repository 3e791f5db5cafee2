package vn.phoihop.notification.subscription;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.List;
import vn.phoihop.platform.audit.Audit;

/** Keeps account of receivers that fail, and disables those that must not be called; as SYSTEM. */
@ApplicationScoped
public class FailureService {

  private final FailureRepository failures;
  private final Audit audit;
  private final Event<Trouble> troubles;

  FailureService(FailureRepository failures, Audit audit, Event<Trouble> troubles) {
    this.failures = failures;
    this.audit = audit;
    this.troubles = troubles;
  }

  /** In the transaction that records the attempts; never called for what went well. */
  @Transactional
  public void mark(List<Failure> found) {
    failures.mark(found).forEach(troubles::fire);
    for (Trouble disabled : failures.disable(found)) {
      audit.record(
          "subscription.disable", "subscription", disabled.subscriptionId(), disabled.sequence());
      troubles.fire(disabled);
    }
  }
}
