package vn.phoihop.reporting.report;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import vn.phoihop.platform.outbox.FamilyEvent;

/** What happened to a report. Each carries the facts as they are after it. */
sealed interface ReportEvent extends FamilyEvent {

  @Override
  ReportFacts facts();

  @Override
  default String family() {
    return "report";
  }

  record Submitted(@JsonUnwrapped ReportFacts facts) implements ReportEvent {}

  record Returned(@JsonUnwrapped ReportFacts facts) implements ReportEvent {}

  record Accepted(@JsonUnwrapped ReportFacts facts) implements ReportEvent {}
}
