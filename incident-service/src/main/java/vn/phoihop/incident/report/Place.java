package vn.phoihop.incident.report;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

public record Place(
    @Size(min = 1, max = 64)
        @Schema(
            description = "ward or commune, a code of ADMINISTRATIVE_UNITS",
            examples = "HN-BA-DINH")
        @Nullable String adminUnit,
    @Size(min = 1, max = 500) @Schema(examples = "1 Phố Huế, Hà Nội") @Nullable String address) {}
