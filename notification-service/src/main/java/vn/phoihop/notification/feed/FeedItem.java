package vn.phoihop.notification.feed;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An event as a party was told it. */
@Schema(
    description =
        "An event. body is what its webhook carries, byte for byte; event-types has its schema.")
record FeedItem(
    @Schema(description = "the party's own number: 1, 2, 3 and so on, without a gap", example = "7")
        long seq,
    @Schema(description = "the event's id, the webhook-id of its webhook") UUID id,
    @Schema(examples = "incident.received") String type,
    @Schema(description = "when it came into the feed; never earlier than the item before")
        Instant at,
    @JsonRawValue @Schema(type = SchemaType.OBJECT, description = "the body of the webhook")
        String body) {}
