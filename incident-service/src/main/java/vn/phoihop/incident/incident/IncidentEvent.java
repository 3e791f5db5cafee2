package vn.phoihop.incident.incident;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import vn.phoihop.platform.outbox.FamilyEvent;

/** What happened to an incident. Each carries the facts as they are after it. */
sealed interface IncidentEvent extends FamilyEvent {

  @Override
  IncidentFacts facts();

  @Override
  default String family() {
    return "incident";
  }

  record Received(@JsonUnwrapped IncidentFacts facts) implements IncidentEvent {}

  record Amended(@JsonUnwrapped IncidentFacts facts) implements IncidentEvent {}

  record Triaged(@JsonUnwrapped IncidentFacts facts) implements IncidentEvent {}

  record Referred(@JsonUnwrapped IncidentFacts facts) implements IncidentEvent {}

  record Returned(@JsonUnwrapped IncidentFacts facts) implements IncidentEvent {}

  record Resolved(@JsonUnwrapped IncidentFacts facts) implements IncidentEvent {}

  record Closed(@JsonUnwrapped IncidentFacts facts) implements IncidentEvent {}

  record Reopened(@JsonUnwrapped IncidentFacts facts) implements IncidentEvent {}

  record Dismissed(@JsonUnwrapped IncidentFacts facts) implements IncidentEvent {}

  record Withdrawn(@JsonUnwrapped IncidentFacts facts) implements IncidentEvent {}
}
