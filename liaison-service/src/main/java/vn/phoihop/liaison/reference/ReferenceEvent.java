package vn.phoihop.liaison.reference;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.phoihop.platform.outbox.DomainEvent;

/** A list was published, whole. */
record ReferenceEvent(
    UUID id,
    String list,
    LocalDate validFrom,
    JsonNode items,
    String state,
    long version,
    long sequence,
    String tlp,
    Instant occurredAt,
    List<String> audience)
    implements DomainEvent {

  @Override
  @JsonIgnore
  public String type() {
    return "reference.published";
  }

  @Override
  @JsonIgnore
  public @Nullable UUID enterpriseId() {
    return null;
  }
}
