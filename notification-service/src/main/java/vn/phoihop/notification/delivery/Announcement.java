package vn.phoihop.notification.delivery;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.phoihop.platform.inbox.ReceivedEvent;

/**
 * An event as it is told: the bytes, the parties that may hear them, and what subscriptions filter
 * by, null where the event does not say.
 */
record Announcement(
    UUID eventId,
    String type,
    UUID objectId,
    Instant occurredAt,
    byte[] body,
    @Nullable List<String> violationTypes,
    @Nullable String severity,
    @Nullable String adminUnit,
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
        fact.violationTypes(),
        fact.severity(),
        fact.adminUnit(),
        fact.audience().stream().distinct().map(party -> new Hearer(event.id(), party)).toList());
  }
}
