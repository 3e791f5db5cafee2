package vn.phoihop.reporting.report;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import vn.phoihop.platform.outbox.DomainEvent;

/** What happened to a report. Each carries the facts as they are after it. */
sealed interface ReportEvent extends DomainEvent {

  ReportFacts facts();

  record Submitted(@JsonUnwrapped ReportFacts facts) implements ReportEvent {}

  record Returned(@JsonUnwrapped ReportFacts facts) implements ReportEvent {}

  record Accepted(@JsonUnwrapped ReportFacts facts) implements ReportEvent {}

  @Override
  default String type() {
    return "report." + getClass().getSimpleName().toLowerCase(Locale.ROOT);
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
