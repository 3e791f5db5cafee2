package vn.phoihop.platform.inbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.phoihop.platform.outbox.EventJson;

/**
 * A fact of another service.
 *
 * @param type short, {@code incident.received}
 * @param key the aggregate's id
 * @param data JSON; null for a tombstone
 */
public record ReceivedEvent(
    UUID id, String source, String type, String key, Instant time, byte @Nullable [] data) {

  /**
   * The data as the consumer's own record; fields that it does not name are ignored.
   *
   * @throws UncheckedIOException where they do not fit: the record is poison
   */
  public <T> T as(Class<T> type) {
    if (data == null) {
      throw new IllegalStateException("a tombstone has no data");
    }
    try {
      return EventJson.read(data, type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
