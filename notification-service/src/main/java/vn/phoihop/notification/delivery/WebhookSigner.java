package vn.phoihop.notification.delivery;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import vn.phoihop.notification.address.WebhookSettings;
import vn.phoihop.notification.signing.WebhookKeys;
import vn.phoihop.notification.subscription.SignatureScheme;
import vn.phoihop.notification.subscription.WebhookSecret;
import vn.phoihop.platform.crypto.Ed25519Key;
import vn.phoihop.platform.crypto.Encryption;
import vn.phoihop.platform.time.SystemClock;

/** Makes the request of an attempt, with the signatures that its subscription asks for. */
@ApplicationScoped
class WebhookSigner {

  private static final int MOST_OPENED = 10_000;

  private record Sealed(UUID subscriptionId, ByteBuffer bytes) {}

  private final Encryption encryption;
  private final WebhookKeys keys;
  private final WebhookSettings settings;
  private final SystemClock clock;
  private final WorkerExecutor workers;

  /** Opening a secret takes as long as signing with it; which ones sign, each claim says anew. */
  private final Map<Sealed, byte[]> opened = new ConcurrentHashMap<>();

  WebhookSigner(
      Encryption encryption,
      WebhookKeys keys,
      WebhookSettings settings,
      SystemClock clock,
      Vertx vertx) {
    this.encryption = encryption;
    this.keys = keys;
    this.settings = settings;
    this.clock = clock;
    this.workers = vertx.createSharedWorkerExecutor("webhook-signatures", 2);
  }

  /** To be called on an event loop: an HMAC is made on it, an Ed25519 signature takes too long. */
  Future<WebhookRequest> request(Claimed claimed) {
    return claimed.terms().signatures().contains(SignatureScheme.v1a)
        ? workers.executeBlocking(() -> sign(claimed), false)
        : Future.succeededFuture(sign(claimed));
  }

  private WebhookRequest sign(Claimed claimed) {
    Set<SignatureScheme> schemes = claimed.terms().signatures();
    Instant now = clock.now();
    List<byte[]> secrets = schemes.contains(SignatureScheme.v1) ? secrets(claimed) : List.of();
    List<Ed25519Key> open = schemes.contains(SignatureScheme.v1a) ? keys.at(now) : List.of();
    return WebhookRequest.of(
        claimed, secrets, open, claimed.terms().handshake() ? settings.origin() : null, now);
  }

  private List<byte[]> secrets(Claimed claimed) {
    List<byte[]> secrets = new ArrayList<>();
    for (byte[] key : claimed.sealedKeys()) {
      secrets.add(open(new Sealed(claimed.subscriptionId(), ByteBuffer.wrap(key))));
    }
    return secrets;
  }

  private byte[] open(Sealed key) {
    byte[] known = opened.get(key);
    if (known != null) {
      return known;
    }
    byte[] secret =
        encryption.decrypt(
            WebhookSecret.PURPOSE,
            key.bytes().array(),
            WebhookSecret.context(key.subscriptionId()));
    if (opened.size() >= MOST_OPENED) {
      opened.clear();
    }
    opened.put(key, secret);
    return secret;
  }
}
