package vn.phoihop.platform.inbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.phoihop.platform.outbox.EventJson;

/** A fact of another service; belongs to one thread. */
public final class ReceivedEvent {

  private final UUID id;
  private final String source;
  private final String type;
  private final String key;
  private final Instant time;
  private final byte @Nullable [] data;
  private @Nullable Object read;

  /**
   * @param type short, {@code incident.received}
   * @param key the aggregate's id
   * @param data JSON; null for a tombstone
   */
  public ReceivedEvent(
      UUID id, String source, String type, String key, Instant time, byte @Nullable [] data) {
    this.id = id;
    this.source = source;
    this.type = type;
    this.key = key;
    this.time = time;
    this.data = data;
  }

  public UUID id() {
    return id;
  }

  public String source() {
    return source;
  }

  /** Short, {@code incident.received}. */
  public String type() {
    return type;
  }

  /** The aggregate's id. */
  public String key() {
    return key;
  }

  public Instant time() {
    return time;
  }

  /** JSON; null for a tombstone. */
  public byte @Nullable [] data() {
    return data;
  }

  /**
   * The data as the consumer's own record, read once however often it is asked for; fields that it
   * does not name are ignored.
   *
   * @throws UncheckedIOException where they do not fit: the record is poison
   */
  public <T extends Record> T as(Class<T> type) {
    if (type.isInstance(read)) {
      return type.cast(read);
    }
    T now = parse(type);
    read = now;
    return now;
  }

  /** The data as a tree of the caller's own. */
  public ObjectNode tree() {
    return parse(ObjectNode.class);
  }

  private <T> T parse(Class<T> type) {
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
