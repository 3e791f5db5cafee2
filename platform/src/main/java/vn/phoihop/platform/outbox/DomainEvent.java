package vn.phoihop.platform.outbox;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A fact, told to other services. Implemented by records: their components are the event's {@code
 * data}. Codes, ids, counts, times and organisations' names; never a person's name, a telephone or
 * document number, or free text.
 */
public interface DomainEvent {

  /**
   * The short type, {@code incident.received}; on Kafka {@code vn.phoihop.incident.received.v1}.
   */
  String type();

  /** The aggregate's id, the Kafka key. */
  UUID id();

  /** The content's version: an amendment adds one. */
  long version();

  /** Counts every change of the aggregate's row, from 1; never decreases within an aggregate. */
  long sequence();

  String state();

  /** The TLP marking, or null where the object has none. */
  @Nullable String tlp();

  /** The enterprise that it concerns, where one does. */
  @Nullable UUID enterpriseId();

  Instant occurredAt();

  /** Who may be told: party codes and ids, copied from the aggregate's row. */
  List<String> audience();
}
