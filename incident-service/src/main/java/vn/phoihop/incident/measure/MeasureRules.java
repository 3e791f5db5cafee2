package vn.phoihop.incident.measure;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.phoihop.incident.reference.Code;
import vn.phoihop.incident.reference.ReferenceList;
import vn.phoihop.incident.reference.ReferenceLists;
import vn.phoihop.platform.problem.CommonProblem;
import vn.phoihop.platform.problem.ProblemException;
import vn.phoihop.platform.time.BusinessClock;

/** What a measure must keep beyond the form of each field; finds everything at once. */
final class MeasureRules {

  private final ProblemException refusal = ProblemException.of(CommonProblem.INVALID);
  private final Instant now;

  private MeasureRules(Instant now) {
    this.now = now;
  }

  static void check(TakeMeasure request, ReferenceLists lists, Instant now) {
    MeasureRules rules = new MeasureRules(now);
    rules.type(request, lists);
    rules.decision(request.decisionRef());
    if (request.isEmergency() && request.startedAt().isAfter(now)) {
      rules.refusal.field("/startedAt", "FUTURE");
    }
    if (request.reviewAt() != null) {
      rules.ahead(request.reviewAt());
      if (request.reviewAt().isBefore(request.startedAt())) {
        rules.refusal.field("/reviewAt", "ORDER");
      }
    }
    rules.finish();
  }

  static void checkEnd(Instant endedAt, Instant startedAt, Instant now) {
    MeasureRules rules = new MeasureRules(now);
    if (endedAt.isBefore(startedAt)) {
      rules.refusal.field("/endedAt", "ORDER");
    }
    if (endedAt.isAfter(now)) {
      rules.refusal.field("/endedAt", "FUTURE");
    }
    rules.finish();
  }

  static void checkReview(Instant reviewAt, Instant now) {
    MeasureRules rules = new MeasureRules(now);
    rules.ahead(reviewAt);
    rules.finish();
  }

  static void check(RatifyMeasure request, Instant now) {
    MeasureRules rules = new MeasureRules(now);
    rules.decision(request.decisionRef());
    rules.finish();
  }

  /** What must come with a type is said by the list: mail is opened by decision only. */
  private void type(TakeMeasure request, ReferenceLists lists) {
    Code type = lists.find(ReferenceList.MEASURE_TYPES, request.type()).orElse(null);
    if (type == null) {
      refusal.field("/type", "UNKNOWN_CODE");
    } else if (type.needs("decisionRef") && request.decisionRef() == null) {
      refusal.field("/decisionRef", "REQUIRED");
    } else if (type.needs("authority") && authority(request) == null) {
      refusal.field("/decisionRef/authority", "REQUIRED");
    }
  }

  private static @Nullable String authority(TakeMeasure request) {
    return request.decisionRef() == null ? null : request.decisionRef().authority();
  }

  private void decision(@Nullable DecisionRef decision) {
    if (decision != null && decision.date().isAfter(LocalDate.ofInstant(now, BusinessClock.ZONE))) {
      refusal.field("/decisionRef/date", "FUTURE");
    }
  }

  private void ahead(Instant reviewAt) {
    if (!reviewAt.isAfter(now)) {
      refusal.field("/reviewAt", "PAST");
    }
  }

  private void finish() {
    if (!refusal.errors().isEmpty()) {
      throw refusal;
    }
  }
}
