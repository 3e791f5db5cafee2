package vn.phoihop.notification.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import vn.phoihop.notification.subscription.FailureService;

/**
 * What follows from attempts that failed: their receivers are kept account of, and grave events
 * find another way. All as SYSTEM, in the transaction that writes the deliveries.
 */
@ApplicationScoped
public class FallbackService {

  /** A failure that is over by then is nobody's news: it covers the first retry after 5 s. */
  private static final Duration MOMENT = Duration.ofSeconds(10);

  private final FailureService failures;
  private final UndeliveredRepository undelivered;
  private final Event<Undelivered> found;

  FallbackService(
      FailureService failures, UndeliveredRepository undelivered, Event<Undelivered> found) {
    this.failures = failures;
    this.undelivered = undelivered;
    this.found = found;
  }

  /** Of what went well there is nothing to do, and nothing is asked of the database. */
  @Transactional
  void completed(List<Completion> done) {
    List<Completion> against = done.stream().filter(Completion::tellsAgainstTheReceiver).toList();
    if (!against.isEmpty()) {
      failures.mark(against.stream().map(Completion::failure).toList());
      List<Completion> failed =
          against.stream().filter(completion -> !completion.outcome().delivered()).toList();
      tell(
          undelivered.failed(
              failed.stream().map(completion -> completion.claimed().id()).toList(),
              failed.stream()
                  .filter(completion -> !completion.isTriedAgainWithin(MOMENT))
                  .map(completion -> completion.claimed().id())
                  .toList()));
    }
  }

  /**
   * What comes while the subscription is disabled, or behind others at a receiver that fails,
   * waits: of grave events the party must know.
   */
  @Transactional
  public void announced(List<UUID> grave) {
    if (!grave.isEmpty()) {
      tell(undelivered.held(grave, MOMENT));
    }
  }

  private void tell(List<Undelivered.Event> events) {
    if (!events.isEmpty()) {
      found.fire(new Undelivered(events));
    }
  }
}
