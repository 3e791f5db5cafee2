package vn.phoihop.liaison.enterprise;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.phoihop.platform.outbox.DomainEvent;

/** A fact about an enterprise; one shape for all of them. */
record EnterpriseEvent(
    @JsonIgnore String type,
    UUID id,
    UUID enterpriseId,
    String taxCode,
    String name,
    List<String> sectors,
    String state,
    long version,
    long sequence,
    String tlp,
    Instant occurredAt,
    List<String> audience)
    implements DomainEvent {

  static EnterpriseEvent registered(Enterprise enterprise, Instant at) {
    return of("enterprise.registered", enterprise, at);
  }

  static EnterpriseEvent activated(Enterprise enterprise, Instant at) {
    return of("enterprise.activated", enterprise, at);
  }

  static EnterpriseEvent enrolled(Enterprise enterprise, Instant at) {
    return of("enterprise.enrolled", enterprise, at);
  }

  private static EnterpriseEvent of(String type, Enterprise enterprise, Instant at) {
    return new EnterpriseEvent(
        type,
        enterprise.id(),
        enterprise.id(),
        enterprise.taxCode(),
        enterprise.name(),
        enterprise.sectors(),
        enterprise.state().name(),
        enterprise.sequence(),
        enterprise.sequence(),
        "GREEN",
        at,
        enterprise.audience());
  }
}
