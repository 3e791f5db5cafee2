package vn.phoihop.notification.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

  /** The bytes that every attempt sends. */
  static byte[] of(String type, Fact fact, ObjectLinks links) {
    boolean incident = type.startsWith("incident.");
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
    return EventJson.write(new WebhookBody(type, fact.occurredAt(), data))
        .getBytes(StandardCharsets.UTF_8);
  }
}
