package vn.phoihop.reporting.obligation;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import vn.phoihop.platform.outbox.FamilyEvent;

/** What happened to an obligation. Each carries the facts as they are after it. */
sealed interface ObligationEvent extends FamilyEvent {

  @Override
  ObligationFacts facts();

  @Override
  default String family() {
    return "obligation";
  }

  record Opened(@JsonUnwrapped ObligationFacts facts) implements ObligationEvent {}

  record DueSoon(@JsonUnwrapped ObligationFacts facts) implements ObligationEvent {}

  record Overdue(@JsonUnwrapped ObligationFacts facts) implements ObligationEvent {}
}
