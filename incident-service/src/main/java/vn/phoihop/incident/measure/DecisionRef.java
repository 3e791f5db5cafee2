package vn.phoihop.incident.measure;

import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The paper that orders or covers a measure. */
@Embeddable
record DecisionRef(
    @NotBlank @Size(max = 100) @Schema(examples = "12/QĐ-PC04") String number,
    @NotNull @Schema(description = "not in the future", examples = "2026-03-11") LocalDate date,
    @Size(min = 1, max = 300)
        @Schema(
            description = "who signed it; required where the type needs it",
            examples = "Công an Thành phố Hà Nội")
        @Nullable String authority) {}
