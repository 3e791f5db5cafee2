package vn.phoihop.reporting.report;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(requiredProperties = {"rule", "level", "pointer"})
record Finding(
    @Schema(description = "of the catalogue `GET /report-rules`") Rule rule,
    @Schema(description = "an ERROR cannot be submitted") Rule.Level level,
    @Schema(description = "JSON Pointer into the report", examples = "/figures/0/handled")
        String pointer) {

  static Finding of(Rule rule, String pointer) {
    return new Finding(rule, rule.level(), pointer);
  }
}
