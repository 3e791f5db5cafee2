package vn.phoihop.liaison.designation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.phoihop.platform.outbox.DomainEvent;

/** A fact about a designation; one shape for all of them, without a word about the person. */
record DesignationEvent(
    @JsonIgnore String type,
    UUID id,
    UUID enterpriseId,
    UUID personId,
    String role,
    List<String> scope,
    @Nullable List<String> sectors,
    LocalDate validFrom,
    LocalDate validTo,
    @Nullable String documentSha256,
    @Nullable List<String> reasons,
    String state,
    long version,
    long sequence,
    String tlp,
    Instant occurredAt,
    List<String> audience)
    implements DomainEvent {

  /** What has just happened to the designation. */
  static DesignationEvent of(String fact, Designation designation, Instant at) {
    return new DesignationEvent(
        "designation." + fact,
        designation.id(),
        designation.enterpriseId(),
        designation.id(),
        designation.role().name(),
        designation.scope(),
        designation.sectors(),
        designation.validFrom(),
        designation.validTo(),
        designation.documentSha256(),
        designation.reasons(),
        designation.state().name(),
        designation.sequence(),
        designation.sequence(),
        "AMBER",
        at,
        designation.audience());
  }
}
