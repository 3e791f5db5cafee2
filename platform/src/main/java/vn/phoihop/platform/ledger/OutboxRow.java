package vn.phoihop.platform.ledger;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of outbox; a null payload is a tombstone. */
public record OutboxRow(
    UUID id,
    String topic,
    String type,
    UUID aggregateId,
    long aggregateVersion,
    Instant occurredAt,
    @Nullable String payload) {}
