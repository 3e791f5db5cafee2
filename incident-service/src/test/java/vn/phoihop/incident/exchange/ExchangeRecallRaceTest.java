package vn.phoihop.incident.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.phoihop.incident.exchange.Exchanges.publish;
import static vn.phoihop.incident.exchange.Exchanges.to;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.phoihop.incident.Api;
import vn.phoihop.incident.enterprise.Enterprises;
import vn.phoihop.platform.test.Database;
import vn.phoihop.platform.test.Tokens;

/**
 * Recipients read while the owner recalls: whatever they ask and whenever, nothing that they ask
 * for after the owner's answer has content, and nothing was handed out that its receipt does not
 * tell.
 */
@QuarkusTest
class ExchangeRecallRaceTest {

  private static final int RACES = Boolean.getBoolean("phoihop.test.full") ? 1000 : 50;

  private static final List<String> WAYS =
      List.of("/%s", "/%s/versions/1", "/%s/versions", "?box=RECEIVED&limit=1", "/%s");

  private final UUID enterprise = UUID.randomUUID();
  private UUID peer;

  private record Seen(boolean askedAfterRecall, boolean content) {}

  @BeforeEach
  void ready() {
    Api.awaitReady();
    peer = Enterprises.active("ISP");
  }

  @Test
  void nothing_asked_for_after_the_recall_has_content() throws Exception {
    ExecutorService readers = Executors.newFixedThreadPool(WAYS.size());
    int before = 0;
    int after = 0;
    try {
      for (int race = 0; race < RACES; race++) {
        // Made anew: a token expires within minutes, and many races take longer.
        String owner = Tokens.enterprise(enterprise);
        String id = publish(owner, to("AMBER", peer));
        AtomicBoolean recalled = new AtomicBoolean();
        // Every second recall lets two answers with content come first, whoever is the faster.
        CountDownLatch read = new CountDownLatch(race % 2 == 0 ? 0 : 2);
        CyclicBarrier start = new CyclicBarrier(WAYS.size() + 1);
        List<Future<List<Seen>>> all = new ArrayList<>();
        for (String way : WAYS) {
          all.add(
              readers.submit(() -> readUntilLongAfter(way.formatted(id), recalled, start, read)));
        }
        start.await();
        boolean content = read.await(30, TimeUnit.SECONDS);
        RestAssured.given()
            .auth()
            .oauth2(owner)
            .contentType("application/json")
            .body(ExchangeExamples.RECALL)
            .post("/api/v1/exchanges/{id}/recall", id)
            .then()
            .statusCode(200);
        recalled.set(true);
        assertTrue(content, "nobody read before the recall");
        for (Future<List<Seen>> one : all) {
          for (Seen seen : one.get()) {
            assertTrue(!seen.askedAfterRecall() || !seen.content(), "content after the recall");
            before += seen.content() ? 1 : 0;
            after += seen.askedAfterRecall() ? 1 : 0;
          }
        }
        assertEquals(
            0,
            Database.count(
                """
                SELECT count(*) FROM exchange_receipt r JOIN exchange e ON e.id = r.exchange_id
                WHERE e.id = ?::uuid AND r.read_at > e.recalled_at""",
                id));
        assertEquals(
            0,
            Database.count(
                """
                SELECT count(*) FROM audit a WHERE a.action = 'exchange.read' AND a.object_id = ?::uuid
                  AND NOT EXISTS (SELECT FROM exchange_receipt r WHERE r.exchange_id = a.object_id AND r.read_at IS NOT NULL)""",
                id),
            "content without a receipt");
      }
    } finally {
      readers.shutdownNow();
    }
    assertTrue(before >= RACES, "the readers were too slow to race: " + before);
    assertTrue(after >= RACES * WAYS.size(), "too few asked afterwards: " + after);
  }

  /** Asks again and again, and twice more once the owner has its answer. */
  private List<Seen> readUntilLongAfter(
      String path, AtomicBoolean recalled, CyclicBarrier start, CountDownLatch read)
      throws Exception {
    String token = Tokens.enterprise(peer);
    List<Seen> seen = new ArrayList<>();
    start.await();
    int afterwards = 0;
    while (afterwards < 2) {
      boolean askedAfter = recalled.get();
      String answer =
          RestAssured.given().auth().oauth2(token).get("/api/v1/exchanges" + path).asString();
      boolean content =
          answer.contains("+84912") || answer.contains("dải số") || answer.contains("\"at\"");
      if (content) {
        read.countDown();
      }
      seen.add(new Seen(askedAfter, content));
      afterwards += askedAfter ? 1 : 0;
    }
    return seen;
  }
}
