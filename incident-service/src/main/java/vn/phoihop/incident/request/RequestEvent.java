package vn.phoihop.incident.request;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import vn.phoihop.platform.outbox.DomainEvent;

/** What happened to a request. Each carries the facts as they are after it. */
sealed interface RequestEvent extends DomainEvent {

  RequestFacts facts();

  record Issued(@JsonUnwrapped RequestFacts facts) implements RequestEvent {}

  record Acknowledged(@JsonUnwrapped RequestFacts facts) implements RequestEvent {}

  record Answered(@JsonUnwrapped RequestFacts facts) implements RequestEvent {}

  record Returned(@JsonUnwrapped RequestFacts facts) implements RequestEvent {}

  record Accepted(@JsonUnwrapped RequestFacts facts) implements RequestEvent {}

  /** It is not to be answered any more: withdrawn, objected to with success, or superseded. */
  record Cancelled(@JsonUnwrapped RequestFacts facts) implements RequestEvent {}

  record ReminderDue(@JsonUnwrapped RequestFacts facts) implements RequestEvent {}

  @Override
  default String type() {
    return "request."
        + getClass()
            .getSimpleName()
            .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
            .toLowerCase(Locale.ROOT);
  }

  @Override
  default UUID id() {
    return facts().id();
  }

  @Override
  default UUID enterpriseId() {
    return facts().enterpriseId();
  }

  @Override
  default long version() {
    return facts().version();
  }

  @Override
  default long sequence() {
    return facts().sequence();
  }

  @Override
  default String state() {
    return facts().state();
  }

  @Override
  default String tlp() {
    return facts().tlp();
  }

  @Override
  default Instant occurredAt() {
    return facts().occurredAt();
  }

  @Override
  default List<String> audience() {
    return facts().audience();
  }
}
