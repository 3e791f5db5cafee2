package vn.phoihop.platform.outbox;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What every event carries (docs/events/envelope.v1.schema.json). */
public interface EventFacts {

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
