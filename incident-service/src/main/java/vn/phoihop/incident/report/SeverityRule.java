package vn.phoihop.incident.report;

import java.util.Arrays;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * How severity follows from the answers: the first rule that holds decides. Our own defaults, not
 * the law's.
 */
public enum SeverityRule {
  GREAT_DAMAGE(
      Severity.CRITICAL,
      report ->
          atLeast(report.estimatedDamageVnd(), 1_000_000_000)
              || atLeast(report.affectedUsers(), 10_000)),
  CONSIDERABLE_DAMAGE(
      Severity.HIGH,
      report ->
          atLeast(report.estimatedDamageVnd(), 100_000_000)
              || atLeast(report.affectedUsers(), 1_000)),
  ONGOING_ACROSS_BORDERS(Severity.HIGH, report -> is(report.ongoing()) && is(report.crossBorder())),
  SOME_DAMAGE(
      Severity.MEDIUM,
      report ->
          atLeast(report.estimatedDamageVnd(), 10_000_000) || atLeast(report.affectedUsers(), 100)),
  ONGOING_OR_ACROSS_BORDERS(
      Severity.MEDIUM, report -> is(report.ongoing()) || is(report.crossBorder())),
  OTHERWISE(Severity.LOW, report -> true);

  private final Severity severity;
  private final Predicate<IncidentReport> holds;

  SeverityRule(Severity severity, Predicate<IncidentReport> holds) {
    this.severity = severity;
    this.holds = holds;
  }

  public static SeverityRule of(IncidentReport report) {
    return Arrays.stream(values())
        .filter(rule -> rule.holds.test(report))
        .findFirst()
        .orElse(OTHERWISE);
  }

  public Severity severity() {
    return severity;
  }

  private static boolean atLeast(@Nullable Long answer, long threshold) {
    return answer != null && answer >= threshold;
  }

  private static boolean is(@Nullable Boolean answer) {
    return Boolean.TRUE.equals(answer);
  }
}
