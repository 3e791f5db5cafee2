package vn.phoihop.reporting.consolidation;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import vn.phoihop.platform.outbox.FamilyEvent;

/** What happened to a consolidated report. Each carries the facts as they are after it. */
sealed interface ConsolidatedReportEvent extends FamilyEvent {

  @Override
  ConsolidatedReportFacts facts();

  @Override
  default String family() {
    return "consolidated_report";
  }

  record Frozen(@JsonUnwrapped ConsolidatedReportFacts facts) implements ConsolidatedReportEvent {}

  record Sent(@JsonUnwrapped ConsolidatedReportFacts facts) implements ConsolidatedReportEvent {}
}
