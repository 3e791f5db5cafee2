package vn.phoihop.platform.outbox;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A fact that the broker refuses for good, without what is in it. */
record UnsentEventView(
    @Schema(description = "the CloudEvents id") UUID id,
    @Schema(examples = "phoihop.incident") String topic,
    @Schema(examples = "incident.received") String type,
    @Schema(description = "the object that it is about; its later facts wait") UUID aggregateId,
    Instant occurredAt,
    Instant failedAt,
    @Schema(description = "bytes of the event's data") long sizeBytes,
    @Schema(description = "later facts of the same object that wait behind it") long waiting) {}
