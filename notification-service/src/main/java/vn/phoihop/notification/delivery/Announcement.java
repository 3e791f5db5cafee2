package vn.phoihop.notification.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.phoihop.platform.inbox.ReceivedEvent;

/**
 * An event as it is told: the bytes, the parties that may hear them, and what subscriptions filter
 * by, null where the event does not say.
 *
 * @param full the bytes that say all that the event says; null where no hearer may have them
 */
record Announcement(
    UUID eventId,
    String type,
    UUID objectId,
    Instant occurredAt,
    byte[] body,
    byte @Nullable [] full,
    @Nullable List<String> violationTypes,
    @Nullable String severity,
    @Nullable String adminUnit,
    List<Hearer> hearers) {

  /**
   * @param clear whether the event's marking lets the party have all that it says
   */
  record Hearer(UUID eventId, String party, boolean clear) {}

  private static final Set<String> GRAVE = Set.of("HIGH", "CRITICAL");
  private static final Set<String> OPEN = Set.of("GREEN", "CLEAR");
  private static final Set<String> OPEN_TO_AUTHORITIES = Set.of("GREEN", "CLEAR", "AMBER");

  static Announcement of(ReceivedEvent event, ObjectLinks links) {
    Fact fact = event.as(Fact.class);
    List<Hearer> hearers =
        fact.audience().stream()
            .distinct()
            .map(party -> new Hearer(event.id(), party, isClear(fact.tlp(), party)))
            .toList();
    return new Announcement(
        event.id(),
        event.type(),
        fact.id(),
        fact.occurredAt(),
        WebhookBody.of(event.type(), fact, links),
        hearers.stream().anyMatch(Hearer::clear) ? WebhookBody.full(event, fact, links) : null,
        fact.violationTypes(),
        fact.severity(),
        fact.adminUnit(),
        hearers);
  }

  private static boolean isClear(@Nullable String tlp, String party) {
    return tlp != null && clearTo(party).contains(tlp);
  }

  /**
   * The markings under which a party may have all that an event says. AMBER is for those who must
   * act on it: of its readers the authorities, whose names are codes.
   */
  static Set<String> clearTo(String party) {
    return party.matches("[A-Z][A-Z_]*") ? OPEN_TO_AUTHORITIES : OPEN;
  }

  /** Whether it must find another way to those whom a webhook cannot reach. */
  boolean isGrave() {
    return isGrave(severity);
  }

  static boolean isGrave(@Nullable String severity) {
    return severity != null && GRAVE.contains(severity);
  }
}
