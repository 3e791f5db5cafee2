package vn.phoihop.notification.subscription;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.UniqueElements;
import org.jspecify.annotations.Nullable;

@Schema(
    description =
        "What is to change; what is absent stays. An empty filter takes the filter away; PUT takes"
            + " away whatever it does not name.")
record ChangeSubscription(
    @Schema(examples = "https://receiver.example.vn/phoihop") @Size(min = 1, max = 2048)
        @Nullable String url,
    @Schema(examples = "[\"incident.received\"]") @Size(min = 1, max = 50) @UniqueElements
        @Nullable List<@Size(min = 1, max = 64) String> eventTypes,
    @Valid @Nullable EventFilter filter,
    @Schema(examples = "[\"v1\", \"v1a\"]") @Size(min = 1, max = 2) @UniqueElements
        @Nullable List<@NotNull SignatureScheme> signatures,
    @Schema(examples = "20") @Min(1) @Nullable Integer ratePerSecond,
    @Schema(examples = "4") @Min(1) @Nullable Integer maxInFlight,
    @Schema(examples = "true") @Nullable Boolean handshake,
    @Schema(examples = "THIN") @Nullable Payload payload,
    @Schema(examples = "PER_OBJECT") @Nullable EventOrder order) {

  /** The whole content of a subscription once this is changed. */
  CreateSubscription of(Subscription now) {
    return new CreateSubscription(
        url == null ? now.url() : url,
        eventTypes == null ? now.eventTypes() : eventTypes,
        filter == null ? now.filter() : filter,
        signatures == null ? now.signatures() : signatures,
        ratePerSecond == null ? now.ratePerSecond() : ratePerSecond,
        maxInFlight == null ? now.maxInFlight() : maxInFlight,
        handshake == null ? Boolean.valueOf(now.handshake()) : handshake,
        payload == null ? now.payload() : payload,
        order == null ? now.order() : order);
  }
}
