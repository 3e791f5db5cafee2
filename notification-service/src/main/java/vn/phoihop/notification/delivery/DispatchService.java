package vn.phoihop.notification.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import vn.phoihop.notification.address.WebhookSettings;
import vn.phoihop.notification.subscription.EventTypes;
import vn.phoihop.platform.inbox.EventBatch;
import vn.phoihop.platform.inbox.ReceivedEvent;
import vn.phoihop.platform.outbox.Outbox;
import vn.phoihop.platform.time.BusinessClock;

/**
 * The use cases of the queue, all as SYSTEM. What a transaction takes is sent by this instance as
 * soon as it has committed: {@link Dispatcher} listens for the {@link Claims}.
 */
@ApplicationScoped
public class DispatchService {

  /** So many deliveries of an event are written before the first of them leaves. */
  private static final int FIRST_PART = 100;

  private final QueueRepository queue;
  private final MarkRepository marks;
  private final FallbackService fallback;
  private final Load load;
  private final WebhookSettings settings;
  private final Event<Claims> claims;
  private final Event<Announced> announced;
  private final Outbox outbox;
  private final BusinessClock clock;
  private final ObjectLinks links;

  DispatchService(
      QueueRepository queue,
      MarkRepository marks,
      FallbackService fallback,
      Load load,
      WebhookSettings settings,
      Event<Claims> claims,
      Event<Announced> announced,
      Outbox outbox,
      BusinessClock clock,
      ObjectLinks links) {
    this.queue = queue;
    this.marks = marks;
    this.fallback = fallback;
    this.load = load;
    this.settings = settings;
    this.claims = claims;
    this.announced = announced;
    this.outbox = outbox;
    this.clock = clock;
    this.links = links;
  }

  /** Whether it must find another way to those whom a webhook cannot reach. */
  public boolean isGrave(ReceivedEvent event) {
    return event.data() != null
        && EventTypes.isKnown(event.type())
        && Announcement.isGrave(event.as(Fact.class).severity());
  }

  /**
   * Writes the deliveries of events by one statement: in the transaction of the inbox and with its
   * rows, or by itself. What was said before is left alone.
   *
   * @return the grave ones
   */
  @Transactional(TxType.SUPPORTS)
  public List<UUID> announce(EventBatch batch) {
    // The same event may stand twice in one batch.
    Set<UUID> met = new HashSet<>();
    List<Announcement> said =
        batch.events().stream()
            .filter(event -> event.data() != null && EventTypes.isKnown(event.type()))
            .filter(event -> met.add(event.id()))
            .map(event -> Announcement.of(event, links))
            .filter(announcement -> !announcement.hearers().isEmpty())
            .toList();
    if (said.isEmpty()) {
      return List.of();
    }
    List<UUID> grave =
        said.stream().filter(Announcement::isGrave).map(Announcement::eventId).toList();
    // Who cannot be told of what is grave is looked for among its deliveries, all of them.
    int part = grave.isEmpty() ? FIRST_PART : Integer.MAX_VALUE;
    claims.fire(queue.announce(batch, said, load.busy(), share(), load.room(), part, lease()));
    announced.fire(new Announced());
    return grave;
  }

  /** Writes a part of what is still to be written of events to many, whoever began with them. */
  void tellOn() {
    claims.fire(queue.tellOn(load.busy(), share(), load.room(), lease()));
  }

  /** Does what owners asked for: resends, and nothing more for subscriptions that are deleted. */
  @Transactional
  void tidy() {
    marks.tidy();
  }

  /** Takes what is due: retries, what found no room, what another instance left behind. */
  @Transactional
  void claim() {
    claims.fire(queue.claim(load.full(), share(), load.room(), lease()));
    List<UUID> troubled = load.troubled();
    if (!troubled.isEmpty()) {
      claims.fire(queue.claimOneEach(troubled, lease()));
    }
  }

  /** Records attempts, and tells of those that ended their delivery. */
  @Transactional
  void complete(List<Completion> done) {
    Map<UUID, Long> moved = marks.complete(done);
    fallback.completed(done);
    for (Completion completion : done) {
      Long sequence = moved.get(completion.claimed().token());
      if (sequence != null && completion.move() != DeliveryState.Move.WAIT) {
        outbox.append(DeliveryEvent.of(completion, sequence, clock.now()));
      }
    }
  }

  @Transactional
  void release(Collection<Claimed> unsent) {
    marks.release(List.copyOf(unsent));
  }

  private Lease lease() {
    return Lease.begin(settings.lease(), settings.timeout());
  }

  private Share share() {
    Share share = Share.of(settings.maxInFlight(), settings.lease(), settings.timeout());
    return load.isLight() ? share : share.once();
  }
}
