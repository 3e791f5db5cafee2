package vn.phoihop.notification.delivery;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.phoihop.platform.outbox.DomainEvent;

/** How a delivery ended. Told to the subscriber's party; never sent as a webhook itself. */
sealed interface DeliveryEvent extends DomainEvent {

  record Delivered(
      UUID id,
      UUID subscriptionId,
      UUID eventId,
      String eventType,
      int attempts,
      String state,
      long version,
      long sequence,
      String tlp,
      Instant occurredAt,
      List<String> audience)
      implements DeliveryEvent {

    @Override
    public String type() {
      return "delivery.delivered";
    }
  }

  record DeadLettered(
      UUID id,
      UUID subscriptionId,
      UUID eventId,
      String eventType,
      int attempts,
      String state,
      long version,
      long sequence,
      String tlp,
      Instant occurredAt,
      List<String> audience)
      implements DeliveryEvent {

    @Override
    public String type() {
      return "delivery.dead_lettered";
    }
  }

  @Override
  default @Nullable UUID enterpriseId() {
    return null;
  }

  /** The event of a delivery that has just ended. */
  static DeliveryEvent of(Completion completion, long sequence, Instant now) {
    Claimed of = completion.claimed();
    String state = completion.move().to().name();
    List<String> audience = List.of(of.party());
    return completion.move() == DeliveryState.Move.DELIVER
        ? new Delivered(
            of.id(),
            of.subscriptionId(),
            of.eventId(),
            of.eventType(),
            of.n(),
            state,
            sequence,
            sequence,
            "AMBER",
            now,
            audience)
        : new DeadLettered(
            of.id(),
            of.subscriptionId(),
            of.eventId(),
            of.eventType(),
            of.n(),
            state,
            sequence,
            sequence,
            "AMBER",
            now,
            audience);
  }
}
