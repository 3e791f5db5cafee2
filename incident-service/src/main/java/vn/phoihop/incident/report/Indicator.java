package vn.phoihop.incident.report;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.phoihop.incident.indicator.Flag;
import vn.phoihop.incident.indicator.IndicatorType;
import vn.phoihop.incident.indicator.Normalised;

@Schema(requiredProperties = {"type", "value", "normalised", "flags"})
public record Indicator(
    IndicatorType type,
    @Schema(description = "as reported", examples = "0912 345 678") String value,
    @Schema(
            description = "the one spelling by which equal ones are found",
            examples = "+84912345678")
        String normalised,
    @Schema(description = "CHECK_DIGIT: it does not fit; UNASSIGNED: no numbering plan gave it out")
        List<Flag> flags) {

  static Indicator of(ReportedIndicator reported, Normalised normalised) {
    return new Indicator(
        reported.type(),
        reported.value(),
        normalised.value(),
        normalised.flags().stream().sorted().toList());
  }
}
