package vn.phoihop.platform.inbox;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.phoihop.platform.identity.RoundTrip;

/**
 * Events that came together, inside the transaction of their effect. Their inbox rows, where they
 * need any, are written with the first statement that goes along with them, or when it is asked
 * which of them are new.
 */
public final class EventBatch {

  private final InboxTable table;
  private final String consumer;
  private final List<ReceivedEvent> events;
  private @Nullable List<ReceivedEvent> fresh;

  private EventBatch(
      InboxTable table,
      String consumer,
      List<ReceivedEvent> events,
      @Nullable List<ReceivedEvent> fresh) {
    this.table = table;
    this.consumer = consumer;
    this.events = events;
    this.fresh = fresh;
  }

  static EventBatch of(InboxTable table, String consumer, List<ReceivedEvent> events) {
    return new EventBatch(table, consumer, events, events.isEmpty() ? events : null);
  }

  /** Events that count as new and need no inbox rows. */
  static EventBatch fresh(InboxTable table, List<ReceivedEvent> events) {
    return new EventBatch(table, "", events, events);
  }

  /** All of them, oldest first; some may have been taken before. */
  public List<ReceivedEvent> events() {
    return events;
  }

  /** Those that were not taken before, oldest first. */
  public List<ReceivedEvent> fresh() {
    if (fresh == null) {
      fresh = table.take(consumer, events);
    }
    return fresh;
  }

  /**
   * Sends a statement, and the inbox rows in the same round trip where they are not written yet.
   *
   * @param sql about all of the {@link #events()}; leaves alone by itself what was done before
   */
  public <T> T send(String sql, RoundTrip.Parameters parameters, RoundTrip.Answer<T> answer) {
    if (fresh != null) {
      return table.send(sql, parameters, answer);
    }
    InboxTable.Taken<T> taken = table.takeWith(consumer, events, sql, parameters, answer);
    fresh = taken.fresh();
    return taken.answer();
  }
}
