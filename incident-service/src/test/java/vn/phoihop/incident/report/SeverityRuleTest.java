package vn.phoihop.incident.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeverityRuleTest {

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          1000000000, -,     -,     -,     GREAT_DAMAGE,              CRITICAL
          999999999,  -,     -,     -,     CONSIDERABLE_DAMAGE,       HIGH
          -,          10000, -,     -,     GREAT_DAMAGE,              CRITICAL
          -,          1000,  false, false, CONSIDERABLE_DAMAGE,       HIGH
          -,          -,     true,  true,  ONGOING_ACROSS_BORDERS,    HIGH
          10000000,   -,     true,  false, SOME_DAMAGE,               MEDIUM
          -,          100,   -,     -,     SOME_DAMAGE,               MEDIUM
          9999999,    99,    true,  false, ONGOING_OR_ACROSS_BORDERS, MEDIUM
          0,          0,     false, true,  ONGOING_OR_ACROSS_BORDERS, MEDIUM
          9999999,    99,    false, false, OTHERWISE,                 LOW
          -,          -,     -,     -,     OTHERWISE,                 LOW
          """)
  void the_first_rule_that_holds_decides(
      Long damage,
      Long users,
      Boolean ongoing,
      Boolean crossBorder,
      SeverityRule rule,
      Severity severity) {
    SeverityRule actual =
        SeverityRule.of(
            Reports.early()
                .with("estimatedDamageVnd", damage)
                .with("affectedUsers", users)
                .with("ongoing", ongoing)
                .with("crossBorder", crossBorder)
                .build());

    assertEquals(rule, actual);
    assertEquals(severity, actual.severity());
  }
}
