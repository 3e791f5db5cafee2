package vn.phoihop.platform.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who did or read what. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AuditEntryView(
    UUID id,
    Instant at,
    @Schema(
            description = "the organisation: an enterprise's id, an authority's code, or SYSTEM",
            examples = "POLICE")
        String party,
    @Schema(description = "the token's sub") String subject,
    @Schema(description = "the designation or officer account; absent for a machine")
        @Nullable UUID person,
    @Schema(examples = "incident.received") String action,
    @Schema(examples = "incident") String objectType,
    UUID objectId,
    @Schema(description = "the object's sequence after the act") long objectSequence,
    @Schema(description = "number in the sealed chain; absent until it is sealed, within seconds")
        @Nullable Long seq,
    @Schema(description = "the batch that seals it") @Nullable Long batch) {}
