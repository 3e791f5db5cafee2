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
import java.util.stream.Stream;
import org.hibernate.annotations.Formula;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "subscription")
class Subscription {

  @Id private UUID id;

  private String party;
  private String url;

  @Column(name = "event_types")
  private String[] eventTypes;

  @Column(name = "violation_types")
  private String @Nullable [] violationTypes;

  @Column(name = "admin_units")
  private String @Nullable [] adminUnits;

  @Enumerated(EnumType.STRING)
  @Column(name = "min_severity")
  private @Nullable Severity minSeverity;

  private String[] signatures;

  @Column(name = "rate_per_second")
  private @Nullable Integer ratePerSecond;

  @Column(name = "max_in_flight")
  private @Nullable Integer maxInFlight;

  private boolean handshake;

  @Enumerated(EnumType.STRING)
  private Payload payload;

  @Enumerated(EnumType.STRING)
  @Column(name = "event_order")
  private EventOrder order;

  @Enumerated(EnumType.STRING)
  private SubscriptionState state;

  @Enumerated(EnumType.STRING)
  @Column(name = "disabled_reason")
  private @Nullable DisabledReason disabledReason;

  @Column(name = "disabled_at")
  private @Nullable Instant disabledAt;

  @Column(name = "failed_from")
  private @Nullable Instant failedFrom;

  /** Of the failures at present, which have not disabled it; written as SYSTEM alone. */
  @Formula(
      """
      (SELECT f.first_failure_at FROM subscription_failure f
      WHERE f.subscription_id = id AND f.url = url)""")
  private @Nullable Instant failsFrom;

  private long sequence;

  @Column(name = "created_at")
  private Instant createdAt;

  protected Subscription() {}

  Subscription(UUID id, String party, CreateSubscription content, Instant createdAt) {
    this.id = id;
    this.party = party;
    this.state = SubscriptionState.ACTIVE;
    this.createdAt = createdAt;
    change(content);
  }

  /** The receiver was asked; it grants so many calls a second, null: as many as were wanted. */
  void agreed(@Nullable Integer perSecond) {
    handshake = true;
    ratePerSecond = perSecond == null ? ratePerSecond : perSecond;
  }

  /** Takes this content for its own, whole. */
  final void change(CreateSubscription content) {
    EventFilter filter = content.filter();
    url = content.url();
    eventTypes = content.eventTypes().toArray(String[]::new);
    violationTypes = filter == null ? null : array(filter.violationTypes());
    adminUnits = filter == null ? null : array(filter.adminUnits());
    minSeverity = filter == null ? null : filter.minSeverity();
    signatures =
        content.signatures() == null
            ? new String[] {SignatureScheme.v1.name()}
            : content.signatures().stream().map(Enum::name).toArray(String[]::new);
    ratePerSecond = content.ratePerSecond();
    maxInFlight = content.maxInFlight();
    handshake = Boolean.TRUE.equals(content.handshake());
    payload = content.payload() == null ? Payload.THIN : content.payload();
    order = content.order() == null ? EventOrder.NONE : content.order();
    sequence++;
  }

  void move(SubscriptionState.Move move) {
    state = move.apply(state);
    disabledReason = null;
    disabledAt = null;
    failedFrom = null;
    sequence++;
  }

  /** A secret that comes or goes is a change, though no member shows it. */
  void secretsChanged() {
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

  /** Null where everything is told. */
  @Nullable EventFilter filter() {
    EventFilter filter = new EventFilter(list(violationTypes), list(adminUnits), minSeverity);
    return filter.isEmpty() ? null : filter;
  }

  List<SignatureScheme> signatures() {
    return Stream.of(signatures).map(SignatureScheme::valueOf).toList();
  }

  /** Null where there is no limit. */
  @Nullable Integer ratePerSecond() {
    return ratePerSecond;
  }

  /** Null where the operator's default holds. */
  @Nullable Integer maxInFlight() {
    return maxInFlight;
  }

  boolean handshake() {
    return handshake;
  }

  Payload payload() {
    return payload;
  }

  EventOrder order() {
    return order;
  }

  SubscriptionState state() {
    return state;
  }

  /** Null where it is not DISABLED. */
  @Nullable DisabledReason disabledReason() {
    return disabledReason;
  }

  /** Null where it is not DISABLED. */
  @Nullable Instant disabledAt() {
    return disabledAt;
  }

  /** When the receiver began to fail; null where it does not. */
  @Nullable Instant firstFailureAt() {
    return failedFrom == null ? failsFrom : failedFrom;
  }

  long sequence() {
    return sequence;
  }

  Instant createdAt() {
    return createdAt;
  }

  private static String @Nullable [] array(@Nullable List<String> codes) {
    return codes == null ? null : codes.toArray(String[]::new);
  }

  private static @Nullable List<String> list(String @Nullable [] codes) {
    return codes == null ? null : List.of(codes);
  }
}
