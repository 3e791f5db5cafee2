package vn.phoihop.reporting.report;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(requiredProperties = {"rule", "level", "vi", "en"})
record RuleView(
    Rule rule,
    @Schema(description = "an ERROR cannot be submitted") Rule.Level level,
    String vi,
    String en) {

  static RuleView of(Rule rule) {
    return new RuleView(rule, rule.level(), rule.vi(), rule.en());
  }
}
