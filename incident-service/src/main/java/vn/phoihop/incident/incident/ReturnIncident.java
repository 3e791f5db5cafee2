package vn.phoihop.incident.incident;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.UniqueElements;

record ReturnIncident(
    @NotNull
        @Size(min = 1, max = 10)
        @UniqueElements
        @Schema(
            description = "codes of RETURN_REASONS for incidents",
            examples = "[\"INCOMPLETE\"]")
        List<@NotNull @Size(min = 1, max = 64) String> reasons,
    @NotNull @Schema(description = "last day for the amendment; not before today") LocalDate due) {}
