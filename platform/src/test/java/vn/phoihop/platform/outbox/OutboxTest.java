package vn.phoihop.platform.outbox;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import vn.phoihop.platform.identity.SystemParty;
import vn.phoihop.platform.test.Database;
import vn.phoihop.platform.test.Events;
import vn.phoihop.platform.test.Tokens;

@QuarkusTest
class OutboxTest {

  @Inject Outbox outbox;
  @Inject SystemParty system;

  record Told(
      UUID id,
      long version,
      long sequence,
      String state,
      String tlp,
      UUID enterpriseId,
      Instant occurredAt,
      List<String> audience)
      implements DomainEvent {
    @Override
    public String type() {
      return "note.told";
    }
  }

  @Test
  void every_replica_acknowledges_and_order_holds() {
    Map<String, Object> settings = RelayProducer.settings("x:1");
    assertEquals("all", settings.get(ProducerConfig.ACKS_CONFIG));
    assertEquals(true, settings.get(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG));
    assertEquals(5, settings.get(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION));
    assertEquals(30_000, settings.get(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG));
    assertEquals(0, settings.get(ProducerConfig.LINGER_MS_CONFIG));
  }

  @Test
  void nothing_is_appended_outside_a_transaction() {
    assertThrows(
        IllegalStateException.class,
        () -> system.run(() -> outbox.append(told(UUID.randomUUID(), 1))));
  }

  @Test
  void a_rolled_back_change_tells_nobody() throws Exception {
    UUID enterprise = UUID.randomUUID();
    given()
        .auth()
        .oauth2(Tokens.enterprise(enterprise))
        .contentType(ContentType.JSON)
        .body("{\"text\":\"fail\"}")
        .post("/api/v1/notes")
        .then()
        .statusCode(500);
    assertEquals(
        0, Database.count("SELECT count(*) FROM audit WHERE party = ?", enterprise.toString()));
    assertEquals(
        0,
        Database.count(
            "SELECT count(*) FROM outbox WHERE payload::text LIKE ?", "%" + enterprise + "%"));
  }

  @Test
  void facts_of_one_aggregate_leave_in_order_as_cloud_events() {
    UUID id = UUID.randomUUID();
    for (int i = 1; i <= 30; i++) {
      tell(told(id, i));
    }
    Events.await(
        "phoihop.platform",
        e -> e.key().equals(id.toString()) && e.data().contains("\"sequence\":30"));
    List<Events.Seen> seen =
        Events.all("phoihop.platform").stream().filter(e -> e.key().equals(id.toString())).toList();
    assertEquals(30, seen.size());
    for (int i = 0; i < 30; i++) {
      assertTrue(seen.get(i).data().contains("\"sequence\":" + (i + 1) + ","), seen.get(i).data());
    }
    Map<String, String> headers = seen.get(0).headers();
    assertEquals("1.0", headers.get("ce_specversion"));
    assertEquals("/phoihop/platform", headers.get("ce_source"));
    assertEquals("vn.phoihop.note.told.v1", headers.get("ce_type"));
    assertEquals(id.toString(), headers.get("ce_subject"));
    assertEquals("application/json", headers.get("content-type"));
  }

  @Test
  void what_is_handed_to_the_relay_and_read_by_it_too_leaves_once_and_is_marked() throws Exception {
    List<UUID> ids = Stream.generate(UUID::randomUUID).limit(40).toList();
    for (UUID id : ids) {
      tell(told(id, 1));
      // One that is read and not handed may come right behind one that was.
      if (id.hashCode() % 3 == 0) {
        tell(told(id, 2));
      }
    }
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                Database.count(
                        "SELECT count(*) FROM outbox WHERE published_at IS NULL AND aggregate_id = ANY (?)",
                        (Object) ids.toArray(UUID[]::new))
                    == 0);
    List<String> keys = ids.stream().map(UUID::toString).toList();
    List<Events.Seen> seen =
        Events.all("phoihop.platform").stream().filter(e -> keys.contains(e.key())).toList();
    long told =
        Database.count(
            "SELECT count(*) FROM outbox WHERE aggregate_id = ANY (?)",
            (Object) ids.toArray(UUID[]::new));
    assertEquals(told, seen.size());
    assertEquals(told, seen.stream().map(event -> event.headers().get("ce_id")).distinct().count());
  }

  @Test
  void a_second_instance_stands_by_and_passes_wakes_on() throws Exception {
    // The application's own relay holds the lock; a second one, as another instance would have,
    // must not get it.
    OutboxConnections connections =
        new OutboxConnections(
            System.getProperty("phoihop.test.db"), Database.schema() + "_app", "test");
    // It may have started this very moment.
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> {
              try (var connection = connections.open()) {
                return !new OutboxTable(connection).lock();
              }
            });
    try (var connection = connections.open()) {
      OutboxTable other = new OutboxTable(connection);
      assertEquals(false, other.lock());
      try (var listening = connections.open()) {
        OutboxTable listener = new OutboxTable(listening);
        listener.listen();
        other.passOnWake();
        assertTrue(listener.heard());
      }
    }
  }

  private void tell(Told event) {
    system.run(() -> QuarkusTransaction.requiringNew().run(() -> outbox.append(event)));
  }

  private static Told told(UUID id, long sequence) {
    return new Told(id, 1, sequence, "TOLD", null, null, Instant.EPOCH, List.of("POLICE"));
  }
}
