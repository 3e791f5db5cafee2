package vn.phoihop.notification.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.phoihop.platform.inbox.ReceivedEvent;
import vn.phoihop.platform.outbox.EventJson;

/**
 * What a receiver gets: enough to know which object to ask for, and nothing to leak. Who else was
 * told stays here.
 */
record WebhookBody(String type, Instant timestamp, Data data) {

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Data(
      UUID id,
      @Nullable UUID enterpriseId,
      @Nullable String receiptNumber,
      @Nullable List<String> violationTypes,
      String state,
      @Nullable String stage,
      long version,
      long sequence,
      @Nullable String tlp,
      @Nullable Links links) {}

  record Links(String self) {}

  /** The type of the webhook that tries a receiver; it is no event. */
  static final String PING = "ping";

  private static final List<String> COMMON =
      List.of("id", "enterpriseId", "state", "version", "sequence", "tlp");
  private static final List<String> OF_INCIDENTS =
      List.of("receiptNumber", "violationTypes", "stage");

  /** The members of an event that its webhook says. */
  static List<String> members(String type) {
    return isIncident(type)
        ? Stream.concat(COMMON.stream(), OF_INCIDENTS.stream()).toList()
        : COMMON;
  }

  /** What a receiver gets that is tried: the subscription, as it stands. */
  static byte[] ping(UUID subscriptionId, String state, long sequence, Instant now) {
    Data data =
        new Data(subscriptionId, null, null, null, state, null, sequence, sequence, null, null);
    return bytes(new WebhookBody(PING, now, data));
  }

  /** The bytes that every attempt sends. */
  static byte[] of(String type, Fact fact, ObjectLinks links) {
    boolean incident = isIncident(type);
    String self = links.self(type, fact.id());
    Data data =
        new Data(
            fact.id(),
            fact.enterpriseId(),
            incident ? fact.receiptNumber() : null,
            incident ? fact.violationTypes() : null,
            fact.state(),
            incident ? fact.stage() : null,
            fact.version(),
            fact.sequence(),
            fact.tlp(),
            self == null ? null : new Links(self));
    return bytes(new WebhookBody(type, fact.occurredAt(), data));
  }

  /**
   * What no webhook says: whom the event is told to, and of an exchange whom it went to. Nobody
   * learns who else knows.
   */
  static Set<String> withheld(String type) {
    return type.startsWith("exchange.")
        ? Set.of("audience", "recipients", "sectors")
        : Set.of("audience");
  }

  /** The bytes for those who may have all that the event says. */
  static byte[] full(ReceivedEvent event, Fact fact, ObjectLinks links) {
    ObjectNode data = event.tree();
    data.remove(withheld(event.type()));
    String self = links.self(event.type(), fact.id());
    if (self != null) {
      data.putObject("links").put("self", self);
    }
    return EventJson.write(new Full(event.type(), fact.occurredAt(), data))
        .getBytes(StandardCharsets.UTF_8);
  }

  private record Full(String type, Instant timestamp, ObjectNode data) {}

  private static boolean isIncident(String type) {
    return type.startsWith("incident.");
  }

  private static byte[] bytes(WebhookBody body) {
    return EventJson.write(body).getBytes(StandardCharsets.UTF_8);
  }
}
