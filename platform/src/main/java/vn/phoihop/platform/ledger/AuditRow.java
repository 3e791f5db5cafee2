package vn.phoihop.platform.ledger;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of audit. */
public record AuditRow(
    UUID id,
    Instant at,
    String party,
    String subject,
    @Nullable UUID person,
    String action,
    String objectType,
    UUID objectId,
    long objectSequence) {}
