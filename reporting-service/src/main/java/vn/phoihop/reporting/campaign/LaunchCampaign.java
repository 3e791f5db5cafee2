package vn.phoihop.reporting.campaign;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.UniqueElements;
import org.jspecify.annotations.Nullable;

record LaunchCampaign(
    @NotBlank @Size(max = 300) @Schema(examples = "Báo cáo đột xuất về SIM box") String title,
    @Size(min = 1, max = 5000) @Schema(description = "what is asked") @Nullable String description,
    @Size(min = 1, max = 10)
        @Schema(
            description = "whose figures are asked for; default: the running one",
            examples = "2026-H2")
        @Nullable String period,
    @Size(min = 1, max = 20)
        @UniqueElements
        @Schema(
            description =
                "codes of SECTORS: asks the active enterprises of any of them; neither sectors nor enterprises: all",
            examples = "[\"TELECOM_MOBILE\"]")
        @Nullable List<@NotNull @Size(min = 1, max = 64) String> sectors,
    @Size(min = 1, max = 1000)
        @UniqueElements
        @Schema(description = "asks these; not together with sectors")
        @Nullable List<@NotNull UUID> enterprises,
    @NotNull @Schema(description = "until when; not in the past", examples = "2026-12-10T17:00:00Z")
        Instant dueAt) {}
