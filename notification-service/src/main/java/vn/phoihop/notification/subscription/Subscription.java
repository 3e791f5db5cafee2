package vn.phoihop.notification.subscription;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "subscription")
class Subscription {

  @Id private UUID id;

  private String party;
  private String url;

  @Column(name = "event_types")
  private String[] eventTypes;

  @Enumerated(EnumType.STRING)
  private SubscriptionState state;

  private long sequence;

  @Column(name = "created_at")
  private Instant createdAt;

  protected Subscription() {}

  Subscription(UUID id, String party, String url, List<String> eventTypes, Instant createdAt) {
    this.id = id;
    this.party = party;
    this.url = url;
    this.eventTypes = eventTypes.toArray(String[]::new);
    this.state = SubscriptionState.ACTIVE;
    this.sequence = 1;
    this.createdAt = createdAt;
  }

  /** Changes what is given and leaves the rest. */
  void change(@Nullable String newUrl, @Nullable List<String> newTypes) {
    url = newUrl == null ? url : newUrl;
    eventTypes = newTypes == null ? eventTypes : newTypes.toArray(String[]::new);
    sequence++;
  }

  void move(SubscriptionState.Move move) {
    state = move.apply(state);
    sequence++;
  }

  /** A new secret is a change of the subscription, though none of its members shows it. */
  void secretRotated() {
    sequence++;
  }

  UUID id() {
    return id;
  }

  String party() {
    return party;
  }

  String url() {
    return url;
  }

  List<String> eventTypes() {
    return List.of(eventTypes);
  }

  SubscriptionState state() {
    return state;
  }

  long sequence() {
    return sequence;
  }

  Instant createdAt() {
    return createdAt;
  }
}
