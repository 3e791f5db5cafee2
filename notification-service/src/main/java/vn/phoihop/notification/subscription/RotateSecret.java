package vn.phoihop.notification.subscription;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(description = "How long the former secret signs beside the new one.")
record RotateSecret(
    @Schema(description = "Seconds; 86400 where absent.", examples = "86400")
        @Min(0)
        @Max(2_592_000)
        @Nullable Integer gracePeriodSeconds) {}
