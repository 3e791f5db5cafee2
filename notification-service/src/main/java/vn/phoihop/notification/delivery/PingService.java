package vn.phoihop.notification.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import vn.phoihop.notification.address.WebhookSettings;
import vn.phoihop.platform.audit.Audit;
import vn.phoihop.platform.problem.ProblemException;
import vn.phoihop.platform.time.BusinessClock;
import vn.phoihop.platform.time.Ids;

/** Tries a receiver because its owner asks. */
@ApplicationScoped
class PingService {

  private final PingRepository pings;
  private final DeliveryRepository deliveries;
  private final WebhookSettings settings;
  private final Event<Claims> claims;
  private final Audit audit;
  private final Ids ids;
  private final BusinessClock clock;

  PingService(
      PingRepository pings,
      DeliveryRepository deliveries,
      WebhookSettings settings,
      Event<Claims> claims,
      Audit audit,
      Ids ids,
      BusinessClock clock) {
    this.pings = pings;
    this.deliveries = deliveries;
    this.settings = settings;
    this.claims = claims;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Born as a delivery that this instance has taken, and sent once the transaction has committed:
   * so it leaves, under the subscription's limits, whether events are let go or wait.
   */
  @Transactional
  DeliveryView ping(UUID subscriptionId) {
    PingRepository.Pinged subscription =
        pings.present(subscriptionId).orElseThrow(ProblemException::notFound);
    UUID eventId = ids.next();
    Instant now = clock.now();
    byte[] body =
        WebhookBody.ping(subscriptionId, subscription.state(), subscription.sequence(), now);
    Claimed claimed =
        pings.take(
            subscriptionId, eventId, now, body, Lease.begin(settings.lease(), settings.timeout()));
    audit.record("subscription.ping", "subscription", subscriptionId, subscription.sequence());
    claims.fire(new Claims(List.of(claimed), true, Set.of(), false, false));
    return DeliveryView.of(deliveries.present(claimed.id()).orElseThrow(), List.of());
  }
}
