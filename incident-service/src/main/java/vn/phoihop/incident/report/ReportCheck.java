package vn.phoihop.incident.report;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.phoihop.incident.reference.ReferenceList;
import vn.phoihop.incident.reference.ReferenceLists;
import vn.phoihop.platform.problem.CommonProblem;
import vn.phoihop.platform.problem.ProblemException;

/**
 * What a report must keep beyond the form of each field; finds everything that is wrong at once.
 */
public final class ReportCheck {

  /** Clocks differ: a time so little ahead of ours is now. */
  private static final Duration SKEW = Duration.ofMinutes(5);

  private final ProblemException refusal = ProblemException.of(CommonProblem.INVALID);
  private final IncidentReport report;
  private final ReferenceLists lists;
  private final Instant latest;

  private ReportCheck(IncidentReport report, ReferenceLists lists, Instant now) {
    this.report = report;
    this.lists = lists;
    this.latest = now.plus(SKEW);
  }

  /**
   * The report's indicators, normalised.
   *
   * @throws ProblemException 400 with every field that is wrong
   */
  public static List<Indicator> indicators(
      IncidentReport report, ReferenceLists lists, Instant now) {
    ReportCheck check = new ReportCheck(report, lists, now);
    check.secrecy();
    check.times();
    check.codes();
    List<Indicator> indicators = Indicators.normalise(report.indicators(), check.refusal);
    if (!check.refusal.errors().isEmpty()) {
      throw check.refusal;
    }
    return indicators;
  }

  private void secrecy() {
    if (report.stateSecretGrade() != null && report.stateSecretGrade() != StateSecretGrade.NONE) {
      refusal.field("/stateSecretGrade", "STATE_SECRET");
    }
  }

  private void times() {
    notAhead("/detectedAt", report.detectedAt());
    notAhead("/awareAt", report.awareAt());
    notAhead("/occurredFrom", report.occurredFrom());
    notAhead("/occurredTo", report.occurredTo());
    notAhead("/leadershipNotifiedAt", report.leadershipNotifiedAt());
    if (report.occurredFrom() != null
        && report.occurredTo() != null
        && report.occurredTo().isBefore(report.occurredFrom())) {
      refusal.field("/occurredTo", "ORDER");
    }
  }

  private void notAhead(String pointer, @Nullable Instant time) {
    if (time != null && time.isAfter(latest)) {
      refusal.field(pointer, "FUTURE");
    }
  }

  private void codes() {
    for (int i = 0; i < report.violationTypes().size(); i++) {
      known("/violationTypes/" + i, ReferenceList.VIOLATION_TYPES, report.violationTypes().get(i));
    }
    if (report.detectionMethod() != null) {
      known("/detectionMethod", ReferenceList.DETECTION_METHODS, report.detectionMethod());
    }
  }

  private void known(String pointer, ReferenceList list, String code) {
    if (lists.find(list, code).isEmpty()) {
      refusal.field(pointer, "UNKNOWN_CODE");
    }
  }
}
