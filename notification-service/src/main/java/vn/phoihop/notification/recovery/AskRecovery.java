package vn.phoihop.notification.recovery;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(description = "Which events are to be sent once more, or after all.")
record AskRecovery(
    @Schema(
            description = "What happened at this time or later. Not in the future.",
            examples = "2026-03-10T02:00:00Z")
        @NotNull
        Instant since,
    @Schema(
            description = "What happened before this time; to the present where absent.",
            examples = "2026-03-12T02:00:00Z")
        @Nullable Instant until,
    @Schema(
            description =
                "FAILED, as where absent: deliveries that are dead letters or wait for their next"
                    + " attempt. MISSING: events that your organisation was told and this"
                    + " subscription, as it is now, would hear of, but has no delivery of.",
            examples = "FAILED")
        @Nullable What what) {}
