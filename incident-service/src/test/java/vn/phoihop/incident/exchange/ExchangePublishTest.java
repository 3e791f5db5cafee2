package vn.phoihop.incident.exchange;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.phoihop.incident.Api.as;
import static vn.phoihop.incident.exchange.Exchanges.SECRET_NUMBER;
import static vn.phoihop.incident.exchange.Exchanges.get;
import static vn.phoihop.incident.exchange.Exchanges.json;
import static vn.phoihop.incident.exchange.Exchanges.move;
import static vn.phoihop.incident.exchange.Exchanges.post;
import static vn.phoihop.incident.exchange.Exchanges.publish;
import static vn.phoihop.incident.exchange.Exchanges.to;
import static vn.phoihop.incident.exchange.Exchanges.with;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.phoihop.incident.Api;
import vn.phoihop.incident.enterprise.Enterprises;
import vn.phoihop.platform.test.Database;
import vn.phoihop.platform.test.EventContract;
import vn.phoihop.platform.test.Events;
import vn.phoihop.platform.test.Tokens;

@QuarkusTest
class ExchangePublishTest {

  private final UUID enterprise = UUID.randomUUID();
  private final String owner = Tokens.enterprise(enterprise);
  private UUID peer;

  @BeforeEach
  void ready() {
    Api.awaitReady();
    peer = Enterprises.active("TELECOM_MOBILE");
  }

  @Test
  void a_warning_reaches_the_named_peer_and_nobody_else_and_is_told_without_its_content() {
    String id =
        post(owner, to("AMBER", peer))
            .statusCode(201)
            .header("Location", notNullValue())
            .header("ETag", "\"1\"")
            .body("state", equalTo("PUBLISHED"))
            .body("indicators[0].normalised", equalTo(SECRET_NUMBER))
            .body("recipientCount", equalTo(1))
            .extract()
            .path("id");

    get(Tokens.enterprise(peer), id)
        .statusCode(200)
        .body("title", equalTo(Exchanges.SECRET_TITLE))
        .body("indicators[0].normalised", equalTo(SECRET_NUMBER))
        .body("owner", equalTo(enterprise.toString()));
    for (String stranger :
        List.of(
            Tokens.enterprise(Enterprises.active("TELECOM_MOBILE")),
            Tokens.department(),
            Tokens.agency("POLICE"))) {
      get(stranger, id).statusCode(404);
    }
    Events.Seen told = Events.await("phoihop.incident", e -> e.key().equals(id));
    assertEquals("exchange.published", told.type());
    EventContract.assertValid(told.type(), told.data());
    assertEquals(
        List.of(enterprise.toString(), peer.toString()),
        JsonPath.from(told.data()).getList("audience"));
    assertFalse(
        told.data().contains("dải số") || told.data().contains("+84912"), "content travelled");
  }

  @Test
  void a_recipient_does_not_learn_who_else_received_it() {
    UUID other = Enterprises.active("ISP");
    String id = publish(owner, with(to("GREEN", peer, other), "sectors", List.of("AGENT")));

    String seen =
        get(Tokens.enterprise(peer), id)
            .statusCode(200)
            .body("recipients", nullValue())
            .body("sectors", nullValue())
            .body("recipientCount", nullValue())
            .extract()
            .asString();
    assertFalse(seen.contains(other.toString()));
    as(Tokens.enterprise(peer))
        .get("/api/v1/exchanges/{id}/receipts", id)
        .then()
        .statusCode(200)
        .body("items.party", equalTo(List.of(peer.toString())));
    as(Tokens.enterprise(peer)).get("/api/v1/exchanges/{id}/history", id).then().statusCode(403);
    get(owner, id).body("recipients", equalTo(List.of(peer.toString(), other.toString())));
  }

  @Test
  void a_sector_brings_in_its_active_enterprises_and_at_green_the_department_reads() {
    UUID one = Enterprises.active("DATA_CENTRE", "ISP");
    UUID two = Enterprises.active("DATA_CENTRE");
    UUID suspended = Enterprises.suspended("DATA_CENTRE");

    String id =
        publish(
            owner,
            with(with(to("GREEN", "CUSTOMS"), "sectors", List.of("DATA_CENTRE")), "summary", null));

    for (UUID member : List.of(one, two)) {
      get(Tokens.enterprise(member), id).statusCode(200).body("indicatorCount", equalTo(1));
    }
    get(Tokens.enterprise(suspended), id).statusCode(404);
    get(Tokens.agency("CUSTOMS"), id).statusCode(200);
    get(Tokens.department(), id).statusCode(200);
    move(Tokens.department(), id, "acknowledge", ExchangeExamples.ACKNOWLEDGEMENT).statusCode(403);
    Events.Seen told = Events.await("phoihop.incident", e -> e.key().equals(id));
    assertTrue(
        Set.copyOf(JsonPath.from(told.data()).<String>getList("audience"))
            .containsAll(Set.of(one.toString(), two.toString(), "CUSTOMS", "DEPARTMENT")));
  }

  @Test
  void what_is_addressed_to_the_department_it_reads_at_every_marking() {
    String id = publish(owner, to("AMBER_STRICT", "DEPARTMENT"));

    get(Tokens.department(), id).statusCode(200).body("title", notNullValue());
    move(Tokens.department(), id, "acknowledge", ExchangeExamples.ACKNOWLEDGEMENT).statusCode(200);
  }

  @Test
  void agencies_and_the_department_warn_as_well() {
    for (String token : List.of(Tokens.agency("POLICE"), Tokens.department())) {
      String id = publish(token, to("AMBER", peer));
      get(Tokens.enterprise(peer), id).statusCode(200);
      as(Tokens.enterprise(peer))
          .body(ExchangeExamples.RECALL)
          .post("/api/v1/exchanges/{id}/recall", id)
          .then()
          .statusCode(403);
    }
  }

  @Test
  void thousands_of_recipients_are_one_statement_each() throws Exception {
    List<UUID> many = Enterprises.add(3000, "IT_SERVICE");

    String id =
        publish(
            owner,
            with(with(to("GREEN"), "recipients", List.of()), "sectors", List.of("IT_SERVICE")));

    assertTrue(
        Database.count("SELECT count(*) FROM exchange_receipt WHERE exchange_id = ?::uuid", id)
            >= 3000);
    get(Tokens.enterprise(many.get(2999)), id).statusCode(200);
    move(owner, id, "correct", ExchangeExamples.CORRECTION).statusCode(200);
    assertTrue(
        Database.count(
                "SELECT count(*) FROM exchange_receipt WHERE exchange_id = ?::uuid AND version = 2",
                id)
            >= 3000);
  }

  @ParameterizedTest
  @CsvSource({
    "AMBER, TELECOM_MOBILE, , /sectors",
    "AMBER_STRICT, TELECOM_MOBILE, , /sectors",
    "RED, TELECOM_MOBILE, , /sectors",
    "AMBER_STRICT, , POLICE, /recipients/0",
    "RED, , CUSTOMS, /recipients/0"
  })
  void wider_than_the_tlp_is_refused_and_nothing_is_there(
      String tlp, String sector, String agency, String pointer) {
    Map<String, Object> body = agency == null ? to(tlp, peer) : to(tlp, agency, peer);
    post(owner, sector == null ? body : with(body, "sectors", List.of(sector)))
        .statusCode(400)
        .body("type", equalTo("urn:phoihop:problem:wider-than-tlp"))
        .body("errors.pointer", equalTo(List.of(pointer)));
    as(owner).get("/api/v1/exchanges").then().body("items.size()", equalTo(0));
    as(Tokens.enterprise(peer)).get("/api/v1/exchanges").then().body("items.size()", equalTo(0));
  }

  @Test
  void red_goes_to_a_few_and_only_persons_read_it() {
    Object[] six = Enterprises.add(6, "ISP").toArray();
    post(owner, to("RED", six))
        .statusCode(400)
        .body("errors.pointer", equalTo(List.of("/recipients")));
    String id = publish(owner, to("RED", peer));

    get(Tokens.enterprise(peer), id)
        .statusCode(200)
        .body("withheld", equalTo("PERSONS_ONLY"))
        .body("title", nullValue())
        .body("indicators", nullValue());
    as(Tokens.enterprise(peer)).get("/api/v1/exchanges/{id}/versions", id).then().statusCode(403);
    as(Tokens.enterprise(peer)).get("/api/v1/exchanges/{id}/versions/1", id).then().statusCode(403);
    as(Tokens.enterprise(peer))
        .get("/api/v1/exchanges")
        .then()
        .body("items[0].id", equalTo(id))
        .body("items[0].title", nullValue())
        .body("items[0].receipt", equalTo("DELIVERED"));
    String person = Tokens.liaison(peer, UUID.randomUUID(), List.of("EXCHANGE"));
    get(person, id).statusCode(200).body("title", notNullValue());
    as(person).get("/api/v1/exchanges").then().body("items[0].receipt", equalTo("READ"));
    get(owner, id).body("title", notNullValue());
  }

  @Test
  void a_draft_is_its_owners_alone_and_is_changed_and_published() {
    String id =
        post(owner, with(to("AMBER", peer), "draft", true))
            .statusCode(201)
            .body("state", equalTo("DRAFT"))
            .extract()
            .path("id");
    get(Tokens.enterprise(peer), id).statusCode(404);
    String changed = json(with(to("AMBER", peer), "title", "Đã sửa"));
    as(owner).body(changed).put("/api/v1/exchanges/{id}", id).then().statusCode(428);
    as(owner)
        .header("If-Match", "\"7\"")
        .body(changed)
        .put("/api/v1/exchanges/{id}", id)
        .then()
        .statusCode(412);
    as(owner)
        .header("If-Match", "\"1\"")
        .body(changed)
        .put("/api/v1/exchanges/{id}", id)
        .then()
        .statusCode(200)
        .header("ETag", "\"2\"")
        .body("title", equalTo("Đã sửa"));
    get(owner, id)
        .body("title", equalTo("Đã sửa"))
        .body("indicators[0].normalised", equalTo(SECRET_NUMBER));

    move(owner, id, "publish", "{}")
        .statusCode(200)
        .body("state", equalTo("PUBLISHED"))
        .body("sequence", equalTo(3))
        .body("version", equalTo(1));

    get(Tokens.enterprise(peer), id).statusCode(200).body("title", equalTo("Đã sửa"));
    as(owner)
        .header("If-Match", "\"3\"")
        .body(changed)
        .put("/api/v1/exchanges/{id}", id)
        .then()
        .statusCode(409)
        .body("allowed", hasItems("correct", "recall"));
    assertEquals(
        List.of("draft", "edit", "publish"),
        as(owner).get("/api/v1/exchanges/{id}/history", id).jsonPath().getList("items.verb"));
  }

  @Test
  void a_draft_is_checked_again_when_it_is_published() throws Exception {
    String id = publish(owner, with(to("AMBER", peer), "draft", true));
    Database.asSuperuser(
        connection ->
            connection
                .createStatement()
                .executeUpdate(
                    "UPDATE enterprise SET state = 'CLOSED', sequence = 2 WHERE id = '"
                        + peer
                        + "'"));

    move(owner, id, "publish", "{}")
        .statusCode(400)
        .body("errors.pointer", equalTo(List.of("/recipients/0")));
    get(owner, id).body("state", equalTo("DRAFT")).body("sequence", equalTo(1));
  }

  @Test
  void unknown_recipients_are_named_by_their_index() {
    UUID suspended = Enterprises.suspended("ISP");
    post(owner, to("GREEN", peer, UUID.randomUUID(), "MINISTRY", "NOBODY", suspended, enterprise))
        .statusCode(400)
        .body(
            "errors.pointer",
            equalTo(
                List.of(
                    "/recipients/1",
                    "/recipients/2",
                    "/recipients/3",
                    "/recipients/4",
                    "/recipients/5")))
        .body("errors[4].code", equalTo("OWN_PARTY"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "title | ' ' | /title",
        "tlp | WHITE | /tlp",
        "recipients | [] | /recipients",
        "recipients | [\"POLICE\", \"POLICE\"] | /recipients",
        "sectors | [\"TELECOM\"] | /sectors/0",
        "indicators | [{\"type\": \"IP\", \"value\": \"300.1.1.1\"}] | /indicators/0/value",
        "expiresAt | 2026-01-01T00:00:00Z | /expiresAt",
        "incidentId | 019a1f6e-7c00-7000-8000-0000000000ff | /incidentId",
        "state | PUBLISHED | /state"
      })
  void what_is_wrong_is_named(String name, String value, String pointer) {
    Object sent = value.startsWith("[") ? JsonPath.from(value).getList("") : value;
    post(owner, with(to("GREEN", peer), name, sent))
        .statusCode(400)
        .body("errors.pointer", hasItem(pointer));
  }

  @Test
  void the_term_ends_after_the_embargo() {
    post(
            owner,
            with(
                with(to("AMBER", peer), "embargoUntil", "2098-02-01T00:00:00Z"),
                "expiresAt",
                "2098-01-01T00:00:00Z"))
        .statusCode(400)
        .body("errors.pointer", equalTo(List.of("/expiresAt")))
        .body("errors.code", equalTo(List.of("ORDER")));
  }

  @Test
  void too_many_indicators_are_refused() {
    List<Map<String, String>> many =
        IntStream.range(0, 201)
            .mapToObj(i -> Map.of("type", "MSISDN", "value", "0912345678"))
            .toList();
    post(owner, with(to("AMBER", peer), "indicators", many))
        .statusCode(400)
        .body("errors.pointer", equalTo(List.of("/indicators")));
  }

  @Test
  void the_incident_behind_it_is_the_owners_to_see_alone() {
    String incident = Api.report(enterprise);
    String id = publish(owner, with(to("AMBER", peer), "incidentId", incident));

    get(owner, id).body("incidentId", equalTo(incident));
    get(Tokens.enterprise(peer), id).statusCode(200).body("incidentId", nullValue());
    post(Tokens.agency("POLICE"), with(to("GREEN", peer), "incidentId", incident))
        .statusCode(400)
        .body("errors.pointer", equalTo(List.of("/tlp")));
    post(Tokens.agency("CUSTOMS"), with(to("AMBER", peer), "incidentId", incident))
        .statusCode(400)
        .body("errors.code", equalTo(List.of("UNKNOWN_INCIDENT")));
  }

  @Test
  void a_liaison_needs_the_scope() {
    String liaison = Tokens.liaison(enterprise, UUID.randomUUID(), List.of("INCIDENT"));
    String id = publish(owner, to("AMBER", peer));

    post(liaison, to("AMBER", peer)).statusCode(403);
    get(liaison, id).statusCode(403);
    as(liaison).get("/api/v1/exchanges").then().statusCode(403);
    move(liaison, id, "recall", ExchangeExamples.RECALL).statusCode(403);
    move(
            Tokens.liaison(peer, UUID.randomUUID(), List.of("INCIDENT")),
            id,
            "acknowledge",
            ExchangeExamples.ACKNOWLEDGEMENT)
        .statusCode(403);
    get(Tokens.liaison(enterprise, UUID.randomUUID(), List.of("EXCHANGE")), id).statusCode(200);
  }

  @Test
  void a_repeated_request_warns_once() {
    String key = UUID.randomUUID().toString();
    String body = json(to("AMBER", peer));
    String first =
        as(owner).header("Idempotency-Key", key).body(body).post("/api/v1/exchanges").path("id");
    String second =
        as(owner).header("Idempotency-Key", key).body(body).post("/api/v1/exchanges").path("id");

    assertEquals(first, second);
    as(Tokens.enterprise(peer)).get("/api/v1/exchanges").then().body("items.size()", equalTo(1));
  }
}
