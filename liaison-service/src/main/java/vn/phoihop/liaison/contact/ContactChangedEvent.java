package vn.phoihop.liaison.contact;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.phoihop.platform.outbox.DomainEvent;

/**
 * How a person is reached from now on. The only event with personal data: it travels on a compacted
 * topic of its own.
 *
 * @param id the person, as personId; the record's key
 * @param role PRIMARY, DEPUTY or LEADER
 * @param active false: write no longer
 */
public record ContactChangedEvent(
    UUID id,
    UUID personId,
    String party,
    UUID enterpriseId,
    String role,
    String email,
    String phone,
    boolean active,
    @Nullable LocalDate validFrom,
    @Nullable LocalDate validTo,
    String state,
    long version,
    long sequence,
    String tlp,
    Instant occurredAt,
    List<String> audience)
    implements DomainEvent {

  public static final String TOPIC = "phoihop.liaison.contacts";

  /** A person of an enterprise. */
  public static ContactChangedEvent of(
      UUID person,
      UUID enterprise,
      String role,
      String email,
      String phone,
      boolean active,
      @Nullable LocalDate validFrom,
      @Nullable LocalDate validTo,
      long sequence,
      Instant at) {
    return new ContactChangedEvent(
        person,
        person,
        enterprise.toString(),
        enterprise,
        role,
        email,
        phone,
        active,
        validFrom,
        validTo,
        active ? "ACTIVE" : "INACTIVE",
        sequence,
        sequence,
        "AMBER",
        at,
        List.of());
  }

  @Override
  @JsonIgnore
  public String type() {
    return "contact.changed";
  }
}
