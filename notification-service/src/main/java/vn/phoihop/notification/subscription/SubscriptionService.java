package vn.phoihop.notification.subscription;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.phoihop.notification.address.Handshake;
import vn.phoihop.notification.address.RefusedTarget;
import vn.phoihop.notification.address.Target;
import vn.phoihop.notification.address.TargetCheck;
import vn.phoihop.notification.address.WebhookSettings;
import vn.phoihop.platform.audit.Audit;
import vn.phoihop.platform.http.Cursors;
import vn.phoihop.platform.http.IfMatch;
import vn.phoihop.platform.http.Page;
import vn.phoihop.platform.http.PageRequest;
import vn.phoihop.platform.http.Position;
import vn.phoihop.platform.identity.Caller;
import vn.phoihop.platform.identity.CurrentCaller;
import vn.phoihop.platform.identity.Roles;
import vn.phoihop.platform.problem.CommonProblem;
import vn.phoihop.platform.problem.ProblemException;
import vn.phoihop.platform.time.BusinessClock;
import vn.phoihop.platform.time.Ids;

@ApplicationScoped
class SubscriptionService {

  private static final Duration GRACE = Duration.ofDays(1);
  private static final String OBJECT = "subscription";

  private final SubscriptionRepository subscriptions;
  private final SubscriptionSecrets secrets;
  private final TargetCheck targets;
  private final Handshake handshake;
  private final WebhookSettings settings;
  private final Audit audit;
  private final CurrentCaller callers;
  private final Cursors cursors;
  private final Ids ids;
  private final BusinessClock clock;

  SubscriptionService(
      SubscriptionRepository subscriptions,
      SubscriptionSecrets secrets,
      TargetCheck targets,
      Handshake handshake,
      WebhookSettings settings,
      Audit audit,
      CurrentCaller callers,
      Cursors cursors,
      Ids ids,
      BusinessClock clock) {
    this.subscriptions = subscriptions;
    this.secrets = secrets;
    this.targets = targets;
    this.handshake = handshake;
    this.settings = settings;
    this.audit = audit;
    this.callers = callers;
    this.cursors = cursors;
    this.ids = ids;
    this.clock = clock;
  }

  @Transactional
  SubscriptionWithSecret create(CreateSubscription request) {
    String party = callers.get().party();
    check(request);
    Consent consent = consent(party, request);
    subscriptions.lock(party);
    if (subscriptions.count(party) >= settings.maxSubscriptions()) {
      throw ProblemException.of(
          SubscriptionProblem.TOO_MANY_SUBSCRIPTIONS, settings.maxSubscriptions());
    }
    var subscription = new Subscription(ids.next(), party, request, clock.now());
    consent.to(subscription);
    subscriptions.persist(subscription);
    byte[] key = secrets.issue(subscription);
    audit.record("subscription.created", OBJECT, subscription.id(), subscription.sequence());
    return SubscriptionWithSecret.of(subscription, key);
  }

  @Transactional
  SubscriptionView get(UUID id) {
    return SubscriptionView.of(subscriptions.present(id).orElseThrow(ProblemException::notFound));
  }

  /** Newest first: the caller's own, or for the operator all. */
  @Transactional
  Page<SubscriptionView> list(PageRequest page) {
    Position after = cursors.decode(page, OBJECT);
    Caller caller = callers.get();
    String party = caller.role().equals(Roles.OPERATOR) ? null : caller.party();
    List<SubscriptionView> rows =
        subscriptions.page(party, after, page.limit()).stream().map(SubscriptionView::of).toList();
    return cursors.page(rows, page, OBJECT, view -> new Position(view.createdAt(), view.id()));
  }

  /** Name and receiver are asked before the row is locked: while they hang nobody waits for it. */
  @Transactional
  SubscriptionView change(
      UUID id, @Nullable IfMatch ifMatch, Function<Subscription, CreateSubscription> request) {
    Subscription subscription = subscriptions.present(id).orElseThrow(ProblemException::notFound);
    IfMatch.require(ifMatch, subscription.sequence());
    CreateSubscription content = request.apply(subscription);
    check(content);
    boolean elsewhere = !content.url().equals(subscription.url());
    Consent consent =
        elsewhere || (asks(content) && !subscription.handshake())
            ? consent(subscription.party(), content)
            : new Consent(subscription.handshake() && asks(content), null);
    subscriptions.lock(subscription);
    IfMatch.require(ifMatch, subscription.sequence());
    CreateSubscription now = request.apply(subscription);
    if (!now.url().equals(content.url())) {
      // Somebody moved it meanwhile: it is not this URL that was checked and asked.
      throw ProblemException.of(CommonProblem.CONCURRENT_CHANGE);
    }
    subscription.change(now);
    consent.to(subscription);
    audit.record("subscription.changed", OBJECT, id, subscription.sequence());
    return SubscriptionView.of(subscription);
  }

  @Transactional
  SubscriptionView move(UUID id, @Nullable IfMatch ifMatch, SubscriptionState.Move move) {
    Subscription subscription = locked(id);
    IfMatch.check(ifMatch, subscription.sequence());
    Instant firstFailureAt = subscription.firstFailureAt();
    subscription.move(move);
    audit.record("subscription." + move.verb(), OBJECT, id, subscription.sequence());
    return SubscriptionView.of(subscription, firstFailureAt);
  }

  @Transactional
  void delete(UUID id, @Nullable IfMatch ifMatch) {
    Subscription subscription = locked(id);
    IfMatch.require(ifMatch, subscription.sequence());
    subscription.move(SubscriptionState.Move.DELETE);
    secrets.forget(id);
    audit.record("subscription.delete", OBJECT, id, subscription.sequence());
  }

  @Transactional
  SubscriptionWithSecret rotate(UUID id, @Nullable IfMatch ifMatch, RotateSecret request) {
    Subscription subscription = locked(id);
    IfMatch.check(ifMatch, subscription.sequence());
    Integer seconds = request.gracePeriodSeconds();
    secrets.retireCurrent(id, seconds == null ? GRACE : Duration.ofSeconds(seconds));
    byte[] key = secrets.issue(subscription);
    subscription.secretsChanged();
    audit.record("subscription.secret_rotated", OBJECT, id, subscription.sequence());
    return SubscriptionWithSecret.of(subscription, key);
  }

  /** Former secrets sign no more, from the next delivery that is taken. */
  @Transactional
  SubscriptionView retireOld(UUID id, @Nullable IfMatch ifMatch) {
    Subscription subscription = locked(id);
    IfMatch.check(ifMatch, subscription.sequence());
    if (secrets.forgetFormer(id)) {
      subscription.secretsChanged();
      audit.record("subscription.secrets_retired", OBJECT, id, subscription.sequence());
    }
    return SubscriptionView.of(subscription);
  }

  private void check(CreateSubscription content) {
    List<String> eventTypes = content.eventTypes();
    for (int i = 0; i < eventTypes.size(); i++) {
      if (!EventTypes.ALL.contains(eventTypes.get(i))) {
        throw ProblemException.invalid("/eventTypes/" + i, "UNKNOWN_EVENT_TYPE");
      }
    }
    most("/ratePerSecond", content.ratePerSecond(), settings.mostPerSecond());
    most("/maxInFlight", content.maxInFlight(), settings.mostInFlight());
  }

  /**
   * What a receiver said.
   *
   * @param given false where it was not asked
   * @param perSecond null: as many calls as were wanted
   */
  private record Consent(boolean given, @Nullable Integer perSecond) {

    void to(Subscription subscription) {
      if (given) {
        subscription.agreed(perSecond);
      }
    }
  }

  private boolean asks(CreateSubscription content) {
    return settings.handshake() || Boolean.TRUE.equals(content.handshake());
  }

  /** Checks the address, and asks the receiver where that is wanted. */
  private Consent consent(String party, CreateSubscription content) {
    try {
      Target target = targets.check(party, content.url());
      if (!asks(content)) {
        return new Consent(false, null);
      }
      Integer rate = content.ratePerSecond();
      int wanted = 60 * (rate == null ? settings.mostPerSecond() : rate);
      int granted = handshake.ask(party, target, wanted);
      if (granted < 60) {
        // Less than a call a second is no limit that we can keep.
        throw ProblemException.invalid("/url", "HANDSHAKE_RATE");
      }
      return new Consent(true, granted < wanted ? granted / 60 : null);
    } catch (RefusedTarget e) {
      throw ProblemException.invalid("/url", e.reason().name());
    }
  }

  private static void most(String pointer, @Nullable Integer number, int most) {
    if (number != null && number > most) {
      throw ProblemException.invalid(pointer, "RANGE", "≤ " + most);
    }
  }

  private Subscription locked(UUID id) {
    return subscriptions.locked(id).orElseThrow(ProblemException::notFound);
  }
}
