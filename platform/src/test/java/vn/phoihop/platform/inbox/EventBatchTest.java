package vn.phoihop.platform.inbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.Test;
import vn.phoihop.platform.identity.SystemParty;
import vn.phoihop.platform.test.Database;

/** A consumer's first statement goes along with the inbox rows, and none is lost by that. */
@QuarkusTest
class EventBatchTest {

  private static final String CONSUMER = "platform.batch";

  private static final EventConsumer POISONED =
      new EventConsumer() {
        @Override
        public String name() {
          return CONSUMER;
        }

        @Override
        public String topic() {
          return "test.batch";
        }

        @Override
        public void take(EventBatch batch) {
          throw new IllegalArgumentException("does not fit");
        }
      };

  @Inject EventInbox inbox;
  @Inject InboxTable table;
  @Inject SystemParty system;

  @Test
  void a_statement_goes_along_and_what_was_taken_before_is_not_new() {
    ReceivedEvent first = event();
    ReceivedEvent second = event();
    List<ReceivedEvent> fresh =
        take(
            List.of(first, second, first),
            batch -> {
              assertEquals("SYSTEM told, and: sent", send(batch, "sent"));
              return batch.fresh();
            });
    assertEquals(List.of(first, second), fresh);
    ReceivedEvent third = event();
    assertEquals(
        List.of(third),
        take(
            List.of(first, third),
            batch -> {
              send(batch, "again");
              return batch.fresh();
            }));
  }

  @Test
  void the_rows_are_written_once_whoever_comes_first() throws SQLException {
    ReceivedEvent event = event();
    List<ReceivedEvent> fresh =
        take(
            List.of(event),
            batch -> {
              List<ReceivedEvent> asked = batch.fresh();
              assertEquals("SYSTEM told, and: later", send(batch, "later"));
              assertEquals(asked, batch.fresh());
              return asked;
            });
    assertEquals(List.of(event), fresh);
    assertEquals(1, Database.count("SELECT count(*) FROM inbox WHERE event_id = ?", event.id()));
  }

  @Test
  void a_fact_of_the_service_itself_needs_no_row() throws SQLException {
    ReceivedEvent event = event();
    List<ReceivedEvent> events = List.of(event);
    system.run(
        () ->
            QuarkusTransaction.requiringNew()
                .run(
                    () -> {
                      EventBatch batch = EventBatch.fresh(table, events);
                      assertEquals("SYSTEM told, and: own", send(batch, "own"));
                      assertEquals(events, batch.fresh());
                    }));
    assertEquals(0, Database.count("SELECT count(*) FROM inbox WHERE event_id = ?", event.id()));
  }

  @Test
  void what_is_once_by_itself_is_told_who_asks_and_leaves_no_row() throws SQLException {
    ReceivedEvent event = event();
    system.run(
        () ->
            assertEquals(
                "SYSTEM told, and: alone", send(EventBatch.fresh(table, List.of(event)), "alone")));
    assertEquals(0, Database.count("SELECT count(*) FROM inbox WHERE event_id = ?", event.id()));
  }

  @Test
  void what_is_once_by_itself_is_one_round_trip() {
    // set_config('app.party', …), the statement, and no BEGIN nor COMMIT; a connection that lay
    // idle
    // is tried before.
    List<List<String>> said =
        Stream.generate(() -> EventBatch.fresh(table, List.of(event())))
            .limit(3)
            .map(batch -> said(() -> system.run(() -> send(batch, "alone"))))
            .toList();
    assertTrue(said.contains(List.of("Execute", "Execute", "Sync")), said::toString);
  }

  @Test
  void poison_that_comes_again_is_kept_once() throws SQLException {
    String key = UUID.randomUUID().toString();
    String id = UUID.randomUUID().toString();
    for (long offset = 1; offset <= 2; offset++) {
      inbox.take(POISONED, List.of(record(key, id, offset)));
    }
    assertEquals(1, Database.count("SELECT count(*) FROM dead_letter WHERE key = ?", key));
  }

  /** What is said to PostgreSQL on this thread, by the driver's own log of the protocol. */
  private static List<String> said(Runnable work) {
    List<ExtLogRecord> log = new ArrayList<>();
    long thread = Thread.currentThread().getId();
    ExtHandler handler =
        new ExtHandler() {
          @Override
          protected void doPublish(ExtLogRecord record) {
            if (record.getLongThreadID() == thread) {
              log.add(record);
            }
          }
        };
    Logger driver = Logger.getLogger("org.postgresql.core.v3.QueryExecutorImpl");
    driver.setUseParentHandlers(false);
    driver.addHandler(handler);
    driver.setLevel(Level.FINEST);
    try {
      work.run();
    } finally {
      driver.setLevel(null);
      driver.removeHandler(handler);
      driver.setUseParentHandlers(true);
    }
    PatternFormatter format = new PatternFormatter("%s");
    return log.stream()
        .map(format::format)
        .flatMap(
            line ->
                Stream.of("SimpleQuery", "Execute", "Sync")
                    .filter(kind -> line.contains("FE=> " + kind)))
        .toList();
  }

  private static ConsumerRecord<String, byte[]> record(String key, String id, long offset) {
    var record =
        new ConsumerRecord<>("test.batch", 0, offset, key, "{}".getBytes(StandardCharsets.UTF_8));
    Map.of(
            "ce_id", id,
            "ce_source", "/phoihop/test",
            "ce_type", "vn.phoihop.note.written.v1",
            "ce_time", "2026-03-10T02:00:00Z")
        .forEach(
            (name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    return record;
  }

  private List<ReceivedEvent> take(
      List<ReceivedEvent> events, Function<EventBatch, List<ReceivedEvent>> work) {
    return system.call(
        () ->
            QuarkusTransaction.requiringNew()
                .call(() -> work.apply(EventBatch.of(table, CONSUMER, events))));
  }

  private static String send(EventBatch batch, String word) {
    return batch.send(
        "SELECT current_setting('app.party', true) || ' told, and: ' || ?",
        (statement, first) -> statement.setString(first, word),
        rows -> {
          rows.next();
          return rows.getString(1);
        });
  }

  private static ReceivedEvent event() {
    return new ReceivedEvent(
        UUID.randomUUID(),
        "/phoihop/test",
        "note.written",
        UUID.randomUUID().toString(),
        Instant.now(),
        "{}".getBytes(StandardCharsets.UTF_8));
  }
}
