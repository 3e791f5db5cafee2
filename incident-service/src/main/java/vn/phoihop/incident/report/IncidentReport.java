package vn.phoihop.incident.report;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.UniqueElements;
import org.jspecify.annotations.Nullable;

/**
 * The content of a report (domain.md §8). The first five fields make an early notice; the others
 * may follow.
 */
public record IncidentReport(
    @NotNull Stage stage,
    @NotNull
        @Size(min = 1, max = 20)
        @UniqueElements
        @Schema(description = "codes of VIOLATION_TYPES", examples = "[\"TEL_BYPASS_SIMBOX\"]")
        List<@NotNull @Size(min = 1, max = 64) String> violationTypes,
    @NotBlank @Size(max = 4000) String summary,
    @NotNull @Schema(description = "not in the future") Instant detectedAt,
    @Size(max = 200) List<@NotNull @Valid ReportedIndicator> indicators,
    @Nullable Instant occurredFrom,
    @Nullable Instant occurredTo,
    @Schema(description = "when the enterprise became aware") @Nullable Instant awareAt,
    @Valid @Nullable Place place,
    @Size(min = 1, max = 64)
        @Schema(description = "a code of DETECTION_METHODS", examples = "TEST_CALL")
        @Nullable String detectionMethod,
    @Nullable Suspected suspected,
    @Nullable Boolean crossBorder,
    @Nullable Boolean ongoing,
    @Min(0) @Max(1_000_000_000_000_000L) @Nullable Long estimatedDamageVnd,
    @Min(0) @Max(1_000_000_000_000L) @Nullable Long minutesLost,
    @Min(0) @Max(1_000_000_000L) @Nullable Long affectedUsers,
    @Size(max = 50) @Nullable List<@NotNull @Size(min = 1, max = 500) String> measuresTaken,
    @Valid @Nullable Goods items,
    @Schema(description = "AMBER where it is not said", defaultValue = "AMBER") Tlp tlp,
    @Schema(description = "when the enterprise's own leadership was told")
        @Nullable Instant leadershipNotifiedAt,
    @Schema(description = "anything but NONE is refused: such a report goes on paper")
        @Nullable StateSecretGrade stateSecretGrade,
    @Size(min = 1, max = 100)
        @Schema(description = "register number of a paper file that is kept outside this system")
        @Nullable String paperFile,
    @Size(min = 1, max = 1000)
        @Schema(description = "why it is amended; required when amending, refused otherwise")
        @Nullable String reason) {

  public IncidentReport {
    indicators = Objects.requireNonNullElse(indicators, List.of());
    tlp = Objects.requireNonNullElse(tlp, Tlp.AMBER);
  }
}
