package vn.phoihop.reporting.obligation;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.phoihop.platform.outbox.DomainEvent;

/** What happened to an obligation. Each carries the facts as they are after it. */
sealed interface ObligationEvent extends DomainEvent {

  ObligationFacts facts();

  record Opened(@JsonUnwrapped ObligationFacts facts) implements ObligationEvent {
    @Override
    public String type() {
      return "obligation.opened";
    }
  }

  record DueSoon(@JsonUnwrapped ObligationFacts facts) implements ObligationEvent {
    @Override
    public String type() {
      return "obligation.due_soon";
    }
  }

  record Overdue(@JsonUnwrapped ObligationFacts facts) implements ObligationEvent {
    @Override
    public String type() {
      return "obligation.overdue";
    }
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
