package vn.phoihop.notification.subscription;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.phoihop.platform.crypto.Encryption;
import vn.phoihop.platform.problem.ProblemException;
import vn.phoihop.platform.time.Ids;
import vn.phoihop.platform.time.SystemClock;

/** Makes, retires and forgets the secrets of a subscription, in the caller's transaction. */
@ApplicationScoped
class SubscriptionSecrets {

  private static final int MOST_OLD = 10;

  private final SubscriptionSecretRepository secrets;
  private final Encryption encryption;
  private final Ids ids;
  private final SystemClock clock;

  SubscriptionSecrets(
      SubscriptionSecretRepository secrets, Encryption encryption, Ids ids, SystemClock clock) {
    this.secrets = secrets;
    this.encryption = encryption;
    this.ids = ids;
    this.clock = clock;
  }

  /** A fresh secret that becomes the current one; its bytes are to be shown and forgotten. */
  byte[] issue(Subscription subscription) {
    byte[] key = WebhookSecret.random();
    byte[] sealed =
        encryption.encrypt(WebhookSecret.PURPOSE, key, WebhookSecret.context(subscription.id()));
    secrets.persist(
        new SubscriptionSecret(ids.next(), subscription.id(), subscription.party(), sealed));
    return key;
  }

  /** The current secret signs beside its successor until the grace period ends. */
  void retireCurrent(UUID subscriptionId, Duration grace) {
    Instant now = clock.now();
    int old = 0;
    for (SubscriptionSecret secret : secrets.of(subscriptionId)) {
      if (secret.isCurrent()) {
        secret.expireAt(now.plus(grace));
      }
      if (secret.hasExpired(now)) {
        secrets.delete(secret);
      } else {
        old++;
      }
    }
    if (old > MOST_OLD) {
      throw ProblemException.of(SubscriptionProblem.TOO_MANY_SECRETS, MOST_OLD);
    }
    // Before the next one is inserted: the database admits one current secret.
    secrets.flush();
  }

  /** Whether there was one beside the current one. */
  boolean forgetFormer(UUID subscriptionId) {
    List<SubscriptionSecret> former =
        secrets.of(subscriptionId).stream().filter(secret -> !secret.isCurrent()).toList();
    former.forEach(secrets::delete);
    return !former.isEmpty();
  }

  void forget(UUID subscriptionId) {
    secrets.deleteAllOf(subscriptionId);
  }
}
