package vn.phoihop.notification.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
    description = "One attempt.",
    requiredProperties = {"n", "at"})
@JsonInclude(JsonInclude.Include.NON_NULL)
record AttemptView(
    @Schema(description = "Counts from 1.") int n,
    Instant at,
    @Schema(description = "What the receiver answered; absent where it did not.", examples = "503")
        @Nullable Integer status,
    @Schema(description = "What went wrong; absent for 2xx.") Outcome.@Nullable Fault errorCode,
    @Schema(description = "Milliseconds; absent for E_INTERRUPTED.") @Nullable Integer durationMs,
    @Schema(
            description =
                "The beginning of the answer's body as UTF-8, at most 20000 bytes; only of receivers"
                    + " on the public internet, and not for the operator.")
        @Nullable String responseHead) {}
