package vn.phoihop.notification.subscription;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.UniqueElements;
import org.jspecify.annotations.Nullable;

@Schema(description = "Where to send, and what. PUT takes the same members.")
record CreateSubscription(
    @Schema(
            description =
                "An https URL on port 443 or 8443, without user name and fragment, whose host has"
                    + " only addresses of the public internet, or of private networks that the"
                    + " operator has listed for the caller's organisation.",
            examples = "https://receiver.example.vn/phoihop")
        @NotBlank
        @Size(max = 2048)
        String url,
    @Schema(
            description = "The types of events to be told of, as docs/events names them.",
            examples = "[\"incident.received\", \"incident.referred\"]")
        @NotEmpty
        @Size(max = 50)
        @UniqueElements
        List<@NotBlank @Size(max = 64) String> eventTypes,
    @Valid @Nullable EventFilter filter,
    @Schema(
            description =
                "How each call is signed: v1 by the subscription's secret (HMAC-SHA256), v1a by the"
                    + " installation's key (Ed25519; GET /api/v1/webhook-keys). v1 alone where absent.",
            examples = "[\"v1\", \"v1a\"]")
        @Size(min = 1, max = 2)
        @UniqueElements
        @Nullable List<@NotNull SignatureScheme> signatures,
    @Schema(
            description =
                "At most so many calls a second at each instance of the service, in the mean; one"
                    + " second's worth may come at once. No limit where absent.",
            examples = "20")
        @Min(1)
        @Nullable Integer ratePerSecond,
    @Schema(
            description =
                "At most so many calls at the same time at each instance of the service; the"
                    + " operator's default, 4, where absent.",
            examples = "4")
        @Min(1)
        @Nullable Integer maxInFlight,
    @Schema(
            description =
                "Ask the receiver first whether it wants our calls (CloudEvents, HTTP webhooks §4):"
                    + " OPTIONS with WebHook-Request-Origin and -Rate, to be answered with"
                    + " WebHook-Allowed-Origin and -Rate; a lower rate becomes ratePerSecond, one below"
                    + " 60 a minute is refused. Calls then carry Origin. The operator may require it"
                    + " of all.",
            examples = "true")
        @Nullable Boolean handshake,
    @Schema(
            description =
                "THIN, as where absent: which object, and where it is read. FULL: what the event says"
                    + " beside; of events at TLP GREEN or CLEAR for every party, at AMBER for"
                    + " authorities. Whatever is marked otherwise comes thin.",
            examples = "THIN")
        @Nullable Payload payload,
    @Schema(
            description =
                "PER_OBJECT: events of one object come in their order, the next one when the former"
                    + " is DELIVERED or given up as a dead letter; other objects go on meanwhile."
                    + " NONE, as where absent: each comes when it can. A change holds for events"
                    + " from then on.",
            examples = "PER_OBJECT")
        @Nullable EventOrder order) {}
