package vn.phoihop.incident.exchange;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static vn.phoihop.incident.Api.as;
import static vn.phoihop.incident.exchange.Exchanges.get;
import static vn.phoihop.incident.exchange.Exchanges.move;
import static vn.phoihop.incident.exchange.Exchanges.publish;
import static vn.phoihop.incident.exchange.Exchanges.to;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.phoihop.incident.Api;
import vn.phoihop.incident.enterprise.Enterprises;
import vn.phoihop.platform.test.Database;
import vn.phoihop.platform.test.EventContract;
import vn.phoihop.platform.test.Events;
import vn.phoihop.platform.test.Tokens;

/** What recipients do, and what the owner sees of it. */
@QuarkusTest
class ExchangeReceiptTest {

  private final String owner = Tokens.enterprise(UUID.randomUUID());
  private UUID peer;
  private String reader;
  private String id;

  @BeforeEach
  void a_warning_to_one_peer() {
    Api.awaitReady();
    peer = Enterprises.active("TELECOM_MOBILE");
    reader = Tokens.enterprise(peer);
    id = publish(owner, to("AMBER", peer, "POLICE"));
  }

  @Test
  void the_owner_sees_that_it_was_delivered_read_and_acknowledged() throws Exception {
    assertEquals(Map.of(peer.toString(), "DELIVERED", "POLICE", "DELIVERED"), states(owner));
    get(reader, id).statusCode(200);
    get(reader, id).statusCode(200);
    assertEquals(Map.of(peer.toString(), "READ", "POLICE", "DELIVERED"), states(owner));
    assertEquals(
        2,
        Database.count(
            "SELECT count(*) FROM audit WHERE action = 'exchange.read' AND object_id = ?::uuid",
            id));

    move(reader, id, "acknowledge", ExchangeExamples.ACKNOWLEDGEMENT)
        .statusCode(200)
        .body("state", equalTo("ACKNOWLEDGED"))
        .body("action", equalTo("ACTION_TAKEN"))
        .body("readAt", notNullValue());

    as(owner)
        .get("/api/v1/exchanges/{id}/receipts", id)
        .then()
        .body("items.find { it.state == 'ACKNOWLEDGED' }.note", equalTo("Đã chặn chiều đi quốc tế"))
        .body("items.find { it.state == 'ACKNOWLEDGED' }.partyName", notNullValue());
    move(reader, id, "acknowledge", "{\"action\": \"FALSE_POSITIVE\"}")
        .statusCode(200)
        .body("action", equalTo("FALSE_POSITIVE"));
  }

  @Test
  void a_correction_is_a_new_version_to_be_read_anew_and_the_former_stays_as_it_was() {
    get(reader, id);
    move(reader, id, "acknowledge", ExchangeExamples.ACKNOWLEDGEMENT).statusCode(200);

    move(owner, id, "correct", ExchangeExamples.CORRECTION)
        .statusCode(200)
        .body("state", equalTo("CORRECTED"))
        .body("version", equalTo(2));

    assertEquals("DELIVERED", states(owner).get(peer.toString()));
    as(owner)
        .get("/api/v1/exchanges/{id}/receipts?version=1", id)
        .then()
        .body("items.find { it.party == '" + peer + "' }.state", equalTo("ACKNOWLEDGED"));
    get(reader, id)
        .body("reason", equalTo("Sai một số thuê bao"))
        .body("indicators[0].normalised", equalTo("+84912345679"));
    assertEquals("READ", states(owner).get(peer.toString()));
    as(reader)
        .get("/api/v1/exchanges/{id}/versions", id)
        .then()
        .body("items.version", equalTo(List.of(1, 2)));
    as(reader)
        .get("/api/v1/exchanges/{id}/versions/1", id)
        .then()
        .statusCode(200)
        .body("indicators[0].normalised", equalTo("+84912345678"));
    Events.Seen told =
        Events.await(
            "phoihop.incident", e -> e.key().equals(id) && e.data().contains("\"CORRECTED\""));
    EventContract.assertValid("exchange.published", told.data());
    assertEquals(2, JsonPath.from(told.data()).getInt("version"));
  }

  @Test
  void reading_a_version_by_its_number_is_reading_it() {
    as(reader).get("/api/v1/exchanges/{id}/versions/1", id).then().statusCode(200);

    assertEquals("READ", states(owner).get(peer.toString()));
  }

  @Test
  void after_a_recall_a_recipient_keeps_the_header_and_confirms() {
    get(reader, id).body("title", notNullValue());
    move(reader, id, "acknowledge", ExchangeExamples.ACKNOWLEDGEMENT).statusCode(200);

    move(owner, id, "recall", ExchangeExamples.RECALL)
        .statusCode(200)
        .body("state", equalTo("RECALLED"))
        .body("title", notNullValue());

    String header =
        get(reader, id)
            .statusCode(200)
            .body("state", equalTo("RECALLED"))
            .body("withheld", equalTo("RECALLED"))
            .body("recallReason", notNullValue())
            .body("title", nullValue())
            .extract()
            .asString();
    assertFalse(header.contains("+84912") || header.contains("dải số"));
    as(reader).get("/api/v1/exchanges/{id}/versions", id).then().body("items.size()", equalTo(0));
    as(reader).get("/api/v1/exchanges/{id}/versions/1", id).then().statusCode(404);
    as(reader)
        .get("/api/v1/exchanges?box=RECEIVED")
        .then()
        .body("items[0].title", nullValue())
        .body("items[0].state", equalTo("RECALLED"));
    move(reader, id, "acknowledge", ExchangeExamples.ACKNOWLEDGEMENT)
        .statusCode(409)
        .body("allowed", equalTo(List.of("confirm-recall")));
    move(reader, id, "confirm-recall", "{}")
        .statusCode(200)
        .body("state", equalTo("RECALL_CONFIRMED"));
    move(reader, id, "confirm-recall", "{}").statusCode(409);
    assertEquals(Map.of(peer.toString(), "RECALL_CONFIRMED", "POLICE", "DELIVERED"), states(owner));
    Events.Seen told =
        Events.await(
            "phoihop.incident", e -> e.key().equals(id) && e.type().equals("exchange.recalled"));
    EventContract.assertValid(told.type(), told.data());
    get(owner, id).body("title", notNullValue());
  }

  @Test
  void no_answer_that_is_kept_for_repetition_gives_content_after_the_recall() {
    String key = UUID.randomUUID().toString();
    ValidatableResponse first = acknowledge(key);
    move(owner, id, "recall", ExchangeExamples.RECALL).statusCode(200);

    String repeated = acknowledge(key).statusCode(200).extract().asString();

    assertEquals(first.extract().asString(), repeated);
    assertFalse(repeated.contains("+84912") || repeated.contains("dải số"));
  }

  @Test
  void a_recall_is_confirmed_only_once_there_is_one() {
    move(reader, id, "confirm-recall", "{}")
        .statusCode(409)
        .body("state", equalTo("PUBLISHED"))
        .body("allowed", equalTo(List.of("acknowledge")));
  }

  @Test
  void each_side_does_its_own_acts() {
    move(owner, id, "acknowledge", ExchangeExamples.ACKNOWLEDGEMENT).statusCode(403);
    move(owner, id, "confirm-recall", "{}").statusCode(403);
    for (String verb : List.of("correct", "recall", "publish")) {
      String body =
          verb.equals("correct")
              ? ExchangeExamples.CORRECTION
              : verb.equals("recall") ? ExchangeExamples.RECALL : "{}";
      move(reader, id, verb, body).statusCode(403);
      move(Tokens.enterprise(UUID.randomUUID()), id, verb, body).statusCode(404);
    }
    move(Tokens.enterprise(UUID.randomUUID()), id, "acknowledge", ExchangeExamples.ACKNOWLEDGEMENT)
        .statusCode(404);
  }

  @Test
  void what_is_wrong_with_a_move_is_named() {
    move(owner, id, "recall", "{}")
        .statusCode(400)
        .body("errors.pointer", equalTo(List.of("/reason")));
    move(owner, id, "correct", "{\"title\": \"x\"}")
        .statusCode(400)
        .body("errors.pointer", equalTo(List.of("/reason")));
    move(
            owner,
            id,
            "correct",
            "{\"title\": \"x\", \"reason\": \"y\", \"indicators\": [{\"type\": \"IP\", \"value\": \"a\"}]}")
        .statusCode(400)
        .body("errors.pointer", equalTo(List.of("/indicators/0/value")));
    move(reader, id, "acknowledge", "{\"action\": \"LATER\"}")
        .statusCode(400)
        .body("errors.pointer", equalTo(List.of("/action")));
    as(owner)
        .header("If-Match", "\"9\"")
        .body(ExchangeExamples.RECALL)
        .post("/api/v1/exchanges/{id}/recall", id)
        .then()
        .statusCode(412);
    get(owner, id).body("sequence", equalTo(1));
  }

  @Test
  void receipts_are_paged_without_gap_or_overlap() {
    List<UUID> many = Enterprises.add(7, "ISP");
    String wide = publish(owner, to("AMBER", many.toArray()));
    List<String> seen = new ArrayList<>();
    String next = null;
    do {
      JsonPath page =
          as(owner)
              .queryParam("limit", 3)
              .queryParams(next == null ? Map.of() : Map.of("cursor", next))
              .get("/api/v1/exchanges/{id}/receipts", wide)
              .then()
              .statusCode(200)
              .extract()
              .jsonPath();
      seen.addAll(page.getList("items.party"));
      next = page.getString("next");
    } while (next != null);

    assertEquals(7, seen.size());
    assertEquals(many.stream().map(UUID::toString).collect(Collectors.toSet()), Set.copyOf(seen));
  }

  private ValidatableResponse acknowledge(String key) {
    return as(reader)
        .header("Idempotency-Key", key)
        .body(ExchangeExamples.ACKNOWLEDGEMENT)
        .post("/api/v1/exchanges/{id}/acknowledge", id)
        .then();
  }

  private Map<String, String> states(String token) {
    return as(token)
        .get("/api/v1/exchanges/{id}/receipts", id)
        .jsonPath()
        .<Map<String, String>>getList("items")
        .stream()
        .collect(Collectors.toMap(item -> item.get("party"), item -> item.get("state")));
  }
}
