package vn.phoihop.incident.incident;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import vn.phoihop.platform.outbox.DomainEvent;

/** What happened to an incident. Each carries the facts as they are after it. */
sealed interface IncidentEvent extends DomainEvent {

  IncidentFacts facts();

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

  @Override
  default String type() {
    return "incident." + getClass().getSimpleName().toLowerCase(Locale.ROOT);
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
