package vn.phoihop.reporting.consolidation;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.phoihop.platform.outbox.DomainEvent;

/** What happened to a consolidated report. Each carries the facts as they are after it. */
sealed interface ConsolidatedReportEvent extends DomainEvent {

  ConsolidatedReportFacts facts();

  record Frozen(@JsonUnwrapped ConsolidatedReportFacts facts) implements ConsolidatedReportEvent {}

  record Sent(@JsonUnwrapped ConsolidatedReportFacts facts) implements ConsolidatedReportEvent {}

  @Override
  default String type() {
    return "consolidated_report." + getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }

  @Override
  default UUID id() {
    return facts().id();
  }

  @Override
  default @Nullable UUID enterpriseId() {
    return null;
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
