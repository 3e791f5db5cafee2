package vn.phoihop.incident.request;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import vn.phoihop.platform.outbox.FamilyEvent;

/** What happened to a request. Each carries the facts as they are after it. */
sealed interface RequestEvent extends FamilyEvent {

  @Override
  RequestFacts facts();

  @Override
  default String family() {
    return "request";
  }

  record Issued(@JsonUnwrapped RequestFacts facts) implements RequestEvent {}

  record Acknowledged(@JsonUnwrapped RequestFacts facts) implements RequestEvent {}

  /** The enterprise asks back before it answers; its time stands. */
  record ClarificationAsked(@JsonUnwrapped RequestFacts facts) implements RequestEvent {}

  /** The enterprise will not answer, and the Department decides; its time stands. */
  record Objected(@JsonUnwrapped RequestFacts facts) implements RequestEvent {}

  record Answered(@JsonUnwrapped RequestFacts facts) implements RequestEvent {}

  record Returned(@JsonUnwrapped RequestFacts facts) implements RequestEvent {}

  record Accepted(@JsonUnwrapped RequestFacts facts) implements RequestEvent {}

  /** It is not to be answered any more: withdrawn, objected to with success, or superseded. */
  record Cancelled(@JsonUnwrapped RequestFacts facts) implements RequestEvent {}

  record ReminderDue(@JsonUnwrapped RequestFacts facts) implements RequestEvent {}
}
