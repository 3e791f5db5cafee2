package vn.phoihop.notification.delivery;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.phoihop.platform.inbox.ReceivedEvent;

/** An event as it is told: the bytes, and the parties that may hear them. */
record Announcement(
    UUID eventId,
    String type,
    UUID objectId,
    Instant occurredAt,
    byte[] body,
    List<Hearer> hearers) {

  record Hearer(UUID eventId, String party) {}

  static Announcement of(ReceivedEvent event, ObjectLinks links) {
    Fact fact = event.as(Fact.class);
    return new Announcement(
        event.id(),
        event.type(),
        fact.id(),
        fact.occurredAt(),
        WebhookBody.of(event.type(), fact, links),
        fact.audience().stream().distinct().map(party -> new Hearer(event.id(), party)).toList());
  }
}
