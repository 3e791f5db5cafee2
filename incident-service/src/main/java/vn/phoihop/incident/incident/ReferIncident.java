package vn.phoihop.incident.incident;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.UniqueElements;
import org.jspecify.annotations.Nullable;

record ReferIncident(
    @NotNull
        @Size(min = 1, max = 10)
        @UniqueElements
        @Schema(description = "codes of AUTHORITIES", examples = "[\"POLICE\"]")
        List<@NotNull @Size(min = 1, max = 64) String> agencies,
    @Size(min = 1, max = 64)
        @Schema(
            description =
                "who leads, one of those referred to so far; default: who leads now, else the first")
        @Nullable String lead) {}
