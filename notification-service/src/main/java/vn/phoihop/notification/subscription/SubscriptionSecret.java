package vn.phoihop.notification.subscription;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One signing secret of a subscription, encrypted; the current one has no end. */
@Entity
@Table(name = "subscription_secret")
class SubscriptionSecret {

  @Id private UUID id;

  @Column(name = "subscription_id")
  private UUID subscriptionId;

  private String party;
  private byte[] sealed;

  @Column(name = "expires_at")
  private @Nullable Instant expiresAt;

  protected SubscriptionSecret() {}

  SubscriptionSecret(UUID id, UUID subscriptionId, String party, byte[] sealed) {
    this.id = id;
    this.subscriptionId = subscriptionId;
    this.party = party;
    this.sealed = sealed;
  }

  void expireAt(Instant end) {
    expiresAt = end;
  }

  boolean isCurrent() {
    return expiresAt == null;
  }

  boolean hasExpired(Instant now) {
    return expiresAt != null && !expiresAt.isAfter(now);
  }
}
