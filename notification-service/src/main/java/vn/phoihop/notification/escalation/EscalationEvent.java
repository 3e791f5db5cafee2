package vn.phoihop.notification.escalation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.phoihop.platform.identity.Caller;
import vn.phoihop.platform.outbox.DomainEvent;

/** What became of an escalation. */
sealed interface EscalationEvent extends DomainEvent {

  /**
   * Nobody has acknowledged a request, and the next rung is told.
   *
   * @param level 1 the deputy, 2 the leader, 3 the Department
   */
  record Raised(
      UUID id,
      UUID enterpriseId,
      UUID requestId,
      int level,
      String state,
      long version,
      long sequence,
      String tlp,
      Instant occurredAt,
      List<String> audience)
      implements EscalationEvent {

    static Raised of(Escalation escalation, Instant now) {
      return new Raised(
          escalation.id(),
          escalation.enterpriseId(),
          escalation.requestId(),
          escalation.level(),
          escalation.state().name(),
          escalation.sequence(),
          escalation.sequence(),
          "AMBER",
          now,
          List.of(Caller.DEPARTMENT_PARTY, escalation.enterpriseId().toString()));
    }

    @Override
    public String type() {
      return "escalation.raised";
    }
  }
}
