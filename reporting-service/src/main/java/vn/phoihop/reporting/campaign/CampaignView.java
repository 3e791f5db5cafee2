package vn.phoihop.reporting.campaign;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(requiredProperties = {"id", "title", "period", "sectors", "dueAt", "createdAt", "asked"})
record CampaignView(
    UUID id,
    String title,
    @Nullable String description,
    @Schema(examples = "2026-H2") String period,
    @Schema(description = "none: not chosen by sector") List<String> sectors,
    Instant dueAt,
    Instant createdAt,
    @Schema(description = "of how many enterprises; their obligations are listed with campaignId")
        int asked) {}
