package vn.phoihop.incident.exchange;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.phoihop.incident.Api.as;
import static vn.phoihop.incident.exchange.Exchanges.get;
import static vn.phoihop.incident.exchange.Exchanges.move;
import static vn.phoihop.incident.exchange.Exchanges.publish;
import static vn.phoihop.incident.exchange.Exchanges.to;
import static vn.phoihop.incident.exchange.Exchanges.with;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.phoihop.incident.Api;
import vn.phoihop.incident.enterprise.Enterprises;
import vn.phoihop.platform.test.Database;
import vn.phoihop.platform.test.EventContract;
import vn.phoihop.platform.test.Events;
import vn.phoihop.platform.test.Tokens;

/** What the clock brings about: the end of an embargo, the end of a term. */
@QuarkusTest
class ExchangeTimesTest {

  private final UUID enterprise = UUID.randomUUID();
  private final String owner = Tokens.enterprise(enterprise);
  private UUID peer;
  private String reader;

  @BeforeEach
  void ready() {
    Api.awaitReady();
    peer = Enterprises.active("AGENT");
    reader = Tokens.enterprise(peer);
  }

  @Test
  void under_embargo_nobody_knows_of_it_and_when_it_ends_everybody_does() throws SQLException {
    String id = publish(owner, embargoed("2098-01-01T00:00:00Z"));
    get(owner, id).body("state", equalTo("PUBLISHED")).body("embargoUntil", notNullValue());
    get(reader, id).statusCode(404);
    get(Tokens.department(), id).statusCode(404);
    as(reader).get("/api/v1/exchanges").then().body("items.size()", equalTo(0));
    assertEquals(
        List.of("{" + enterprise + "}"),
        Database.column("SELECT audience FROM exchange WHERE id = ?::uuid", id));

    let("embargo_until", id);

    await().atMost(Duration.ofSeconds(20)).until(() -> status(reader, id) == 200);
    get(Tokens.department(), id).statusCode(200);
    Events.Seen told = Events.await("phoihop.incident", e -> e.key().equals(id));
    EventContract.assertValid("exchange.published", told.data());
    assertTrue(JsonPath.from(told.data()).getList("audience").contains(peer.toString()));
    as(owner)
        .get("/api/v1/exchanges/{id}/history", id)
        .then()
        .body("items.verb", equalTo(List.of("publish", "release")))
        .body("items.party", equalTo(List.of(enterprise.toString(), "SYSTEM")));
  }

  @Test
  void an_embargo_ends_by_itself() {
    String id = publish(owner, embargoed(Instant.now().plusSeconds(2).toString()));

    await().atMost(Duration.ofSeconds(20)).until(() -> status(reader, id) == 200);

    // It is read once it is committed, and told a moment later.
    Events.await("phoihop.incident", e -> e.key().equals(id));
    assertEquals(
        1, Events.all("phoihop.incident").stream().filter(e -> e.key().equals(id)).count());
  }

  @Test
  void what_is_corrected_and_recalled_under_embargo_was_never_told() throws SQLException {
    String id = publish(owner, embargoed("2098-01-01T00:00:00Z"));
    move(owner, id, "correct", ExchangeExamples.CORRECTION).statusCode(200);
    move(owner, id, "recall", ExchangeExamples.RECALL).statusCode(200);
    String other = publish(owner, to("AMBER", peer));
    let("embargo_until", id);

    Events.await("phoihop.incident", e -> e.key().equals(other));

    assertTrue(Events.all("phoihop.incident").stream().noneMatch(e -> e.key().equals(id)));
    get(reader, id).statusCode(404);
  }

  @Test
  void a_correction_under_embargo_is_what_comes_out() throws SQLException {
    String id = publish(owner, embargoed("2098-01-01T00:00:00Z"));
    move(owner, id, "correct", ExchangeExamples.CORRECTION).statusCode(200);

    let("embargo_until", id);

    await().atMost(Duration.ofSeconds(20)).until(() -> status(reader, id) == 200);
    get(reader, id).body("version", equalTo(2)).body("state", equalTo("CORRECTED"));
    as(owner)
        .get("/api/v1/exchanges/{id}/receipts?version=1", id)
        .then()
        .body("items.size()", equalTo(0));
  }

  @Test
  void when_its_term_is_over_recipients_keep_the_header_and_may_say_what_they_did()
      throws SQLException {
    String id = publish(owner, with(to("AMBER", peer), "expiresAt", "2098-01-01T00:00:00Z"));
    get(reader, id).body("title", notNullValue());

    let("expires_at", id);

    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> get(owner, id).extract().path("state").equals("EXPIRED"));
    get(reader, id).body("withheld", equalTo("EXPIRED")).body("title", nullValue());
    as(reader).get("/api/v1/exchanges/{id}/versions/1", id).then().statusCode(404);
    move(reader, id, "acknowledge", ExchangeExamples.ACKNOWLEDGEMENT).statusCode(200);
    move(owner, id, "correct", ExchangeExamples.CORRECTION).statusCode(409);
    move(owner, id, "recall", ExchangeExamples.RECALL).statusCode(200);
    move(reader, id, "confirm-recall", "{}").statusCode(200);
  }

  private java.util.Map<String, Object> embargoed(String until) {
    return with(to("GREEN", peer), "embargoUntil", until);
  }

  private static int status(String token, String id) {
    return get(token, id).extract().statusCode();
  }

  /** The time comes. */
  private static void let(String column, String id) throws SQLException {
    Database.asSuperuser(
        connection ->
            connection
                .createStatement()
                .executeUpdate(
                    "UPDATE exchange SET %s = now() WHERE id = '%s'".formatted(column, id)));
  }
}
