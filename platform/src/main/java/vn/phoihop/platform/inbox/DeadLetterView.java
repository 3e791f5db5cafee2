package vn.phoihop.platform.inbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A record that a consumer could not take, without what is in it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DeadLetterView(
    UUID id,
    @Schema(description = "who could not take it", examples = "incident.liaison") String consumer,
    @Schema(examples = "phoihop.liaison") String topic,
    int partition,
    long offset,
    @Schema(description = "the object; absent where the record's key is no id") @Nullable UUID key,
    @Schema(
            description = "absent where the record is no event of ours",
            examples = "enterprise.registered")
        @Nullable String type,
    @Schema(description = "the CloudEvents id") @Nullable UUID eventId,
    @Schema(
            description = "the class of the last failure, never the content",
            examples = "java.lang.IllegalArgumentException")
        String reason,
    Instant at,
    @Schema(description = "how often it was taken again") int attempts,
    @Nullable Instant lastAttemptAt,
    @Nullable Instant redrivenAt,
    @Schema(
            description = "REDRIVEN once it was taken; absent while it waits",
            examples = "REDRIVEN")
        @Nullable String outcome) {}
