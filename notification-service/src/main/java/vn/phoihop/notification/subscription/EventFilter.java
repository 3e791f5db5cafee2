package vn.phoihop.notification.subscription;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.UniqueElements;
import org.jspecify.annotations.Nullable;

@Schema(
    description =
        "Narrows what is told. An event passes a member if it has one of the codes, or at least the"
            + " severity; an event that does not carry the fact passes too (incident.* alone carries"
            + " them, the administrative unit where the reporter said it). Every"
            + " member that is given must be passed; an empty filter narrows nothing. Codes are"
            + " checked by their form alone: the lists are liaison-service's and may grow.")
record EventFilter(
    @Schema(description = "Codes of VIOLATION_TYPES.", examples = "[\"TEL_BYPASS_SIMBOX\"]")
        @Size(min = 1, max = 100)
        @UniqueElements
        @Nullable List<@NotNull @Pattern(regexp = CODE) String> violationTypes,
    @Schema(description = "Codes of ADMINISTRATIVE_UNITS.", examples = "[\"HN-BA-DINH\"]")
        @Size(min = 1, max = 100)
        @UniqueElements
        @Nullable List<@NotNull @Pattern(regexp = CODE) String> adminUnits,
    @Schema(description = "The least severity.", examples = "HIGH")
        @Nullable Severity minSeverity) {

  private static final String CODE = "[A-Z][A-Z0-9_-]{0,63}";

  boolean isEmpty() {
    return violationTypes == null && adminUnits == null && minSeverity == null;
  }
}
