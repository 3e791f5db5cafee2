package vn.phoihop.incident.measure;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a measure achieved, as far as it was counted. */
@Embeddable
@JsonInclude(JsonInclude.Include.NON_NULL)
record Effect(
    @Min(0)
        @Max(1_000_000_000_000_000L)
        @Schema(description = "damage prevented, in dong", examples = "120000000")
        @Nullable Long preventedVnd,
    @Min(0)
        @Max(1_000_000_000_000L)
        @Schema(description = "minutes of traffic prevented", examples = "5400")
        @Nullable Long minutes,
    @Min(0)
        @Max(1_000_000_000L)
        @Schema(description = "items, SIMs, lines, devices dealt with", examples = "32")
        @Nullable Long items) {}
