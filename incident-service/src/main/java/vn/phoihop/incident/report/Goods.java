package vn.phoihop.incident.report;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What was carried. */
public record Goods(
    @Min(0) @Max(1_000_000_000) @Nullable Integer count,
    @Min(0) @Max(1_000_000_000_000L) @Nullable Long weightGrams,
    @Size(min = 1, max = 1000) @Schema(description = "what was declared") @Nullable String declared,
    @Size(min = 1, max = 1000) @Schema(description = "what was found") @Nullable String actual) {}
