package vn.phoihop.incident.incident;

import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What came of it. */
@Embeddable
record Resolution(
    @NotNull
        @Size(min = 1, max = 64)
        @Schema(description = "a code of OUTCOMES", examples = "ADMIN_SANCTION")
        String outcome,
    @Size(min = 1, max = 100)
        @Schema(description = "number of the decision or of the case", examples = "12/QĐ-XPVPHC")
        @Nullable String decisionNo,
    @Min(0)
        @Max(1_000_000_000_000_000L)
        @Schema(description = "amount in dong", examples = "140000000")
        @Nullable Long vnd,
    @Size(min = 1, max = 2000) @Nullable String note) {}
