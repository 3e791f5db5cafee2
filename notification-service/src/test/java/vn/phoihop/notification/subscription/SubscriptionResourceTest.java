package vn.phoihop.notification.subscription;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.phoihop.notification.Subscriber;
import vn.phoihop.platform.test.Database;
import vn.phoihop.platform.test.Tokens;

@QuarkusTest
class SubscriptionResourceTest {

  private static final String URL = "http://127.0.0.1:9/hook";
  private static final String PATH = "/api/v1/subscriptions/";

  @Test
  void a_subscription_works_at_once_and_shows_its_secret_once() {
    String party = Subscriber.newParty();
    ValidatableResponse made =
        Subscriber.create(party, URL, List.of("incident.received"))
            .statusCode(201)
            .header("ETag", "\"1\"")
            .body("state", equalTo("ACTIVE"))
            .body("party", equalTo(party))
            .body("eventTypes", contains("incident.received"))
            .body("secret", startsWith("whsec_"));
    String id = made.extract().path("id");
    made.header("Location", endsWith(PATH + id));
    String secret = made.extract().path("secret");
    assertEquals(32, Base64.getDecoder().decode(secret.substring("whsec_".length())).length);
    Subscriber.as(Tokens.machine("agency", party))
        .get(PATH + id)
        .then()
        .statusCode(200)
        .header("ETag", "\"1\"")
        .body("$", not(hasKey("secret")));
  }

  @Test
  void the_secret_is_encrypted_at_rest_and_no_other_party_has_it() throws Exception {
    Subscriber subscriber = subscriber();
    byte[] key = Base64.getDecoder().decode(subscriber.secret().substring("whsec_".length()));
    String sealed =
        Database.column(
                "SELECT encode(sealed, 'hex') FROM subscription_secret WHERE subscription_id = ?",
                UUID.fromString(subscriber.id()))
            .get(0);
    assertFalse(sealed.contains(java.util.HexFormat.of().formatHex(key)));
    assertEquals(1, secretsSeenBy(subscriber.party(), subscriber.id()));
    for (String other : List.of("OPERATOR", "DEPARTMENT", "POLICE", "AUDITOR", "")) {
      assertEquals(0, secretsSeenBy(other, subscriber.id()), other);
    }
  }

  @Test
  void any_authority_or_enterprise_subscribes() {
    for (String token :
        List.of(
            Tokens.department(), Tokens.agency("POLICE"), Tokens.enterprise(UUID.randomUUID()))) {
      String id =
          Subscriber.as(token)
              .contentType(ContentType.JSON)
              .body("{\"url\": \"" + URL + "\", \"eventTypes\": [\"evidence.sealed\"]}")
              .post("/api/v1/subscriptions")
              .then()
              .statusCode(201)
              .extract()
              .path("id");
      Subscriber.as(token).header("If-Match", "*").delete(PATH + id).then().statusCode(204);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'url': 'https://169.254.169.254/latest/meta-data/', 'eventTypes': ['incident.received']}|/url|ADDRESS_FORBIDDEN",
        "{'url': 'https://[::ffff:169.254.169.254]/', 'eventTypes': ['incident.received']}|/url|ADDRESS_FORBIDDEN",
        "{'url': 'https://127.0.0.2/', 'eventTypes': ['incident.received']}|/url|ADDRESS_FORBIDDEN",
        "{'url': 'https://10.1.2.3/', 'eventTypes': ['incident.received']}|/url|ADDRESS_PRIVATE",
        "{'url': 'http://203.162.4.191/', 'eventTypes': ['incident.received']}|/url|URL_SCHEME",
        "{'url': 'https://203.162.4.191:8080/', 'eventTypes': ['incident.received']}|/url|URL_PORT",
        "{'url': 'https://me:word@203.162.4.191/', 'eventTypes': ['incident.received']}|/url|URL_USERINFO",
        "{'url': 'https://203.162.4.191/#x', 'eventTypes': ['incident.received']}|/url|URL_FRAGMENT",
        "{'url': 'not a url', 'eventTypes': ['incident.received']}|/url|URL_MALFORMED",
        "{'url': '', 'eventTypes': ['incident.received']}|/url|REQUIRED",
        "{'eventTypes': ['incident.received']}|/url|REQUIRED",
        "{'url': 'http://127.0.0.1/', 'eventTypes': ['incident.received', 'incident.exploded']}|/eventTypes/1|UNKNOWN_EVENT_TYPE",
        "{'url': 'http://127.0.0.1/', 'eventTypes': ['delivery.delivered']}|/eventTypes/0|UNKNOWN_EVENT_TYPE",
        "{'url': 'http://127.0.0.1/', 'eventTypes': ['vn.phoihop.incident.received.v1']}|/eventTypes/0|UNKNOWN_EVENT_TYPE",
        "{'url': 'http://127.0.0.1/', 'eventTypes': []}|/eventTypes|REQUIRED",
        "{'url': 'http://127.0.0.1/'}|/eventTypes|REQUIRED",
        "{'url': 'http://127.0.0.1/', 'eventTypes': ['incident.received', 'incident.received']}|/eventTypes|DUPLICATE_ITEM",
        "{'url': 'http://127.0.0.1/', 'eventTypes': [null]}|/eventTypes/0|REQUIRED",
        "{'url': 'http://127.0.0.1/', 'eventTypes': ['incident.received'], 'secret': 'whsec_mine'}|/secret|UNKNOWN_FIELD"
      })
  void what_cannot_be_subscribed_to_is_refused_by_field(String body, String pointer, String code)
      throws Exception {
    String party = Subscriber.newParty();
    Subscriber.as(Tokens.machine("agency", party))
        .contentType(ContentType.JSON)
        .header("Accept-Language", "en")
        .body(body.replace('\'', '"'))
        .post("/api/v1/subscriptions")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("errors.find { it.pointer == '%s' }.code".formatted(pointer), equalTo(code))
        .body(
            "errors.find { it.pointer == '%s' }.message".formatted(pointer),
            not(equalTo("error." + code)));
    assertEquals(0, Database.count("SELECT count(*) FROM subscription WHERE party = ?", party));
  }

  @Test
  void a_name_without_address_is_refused() {
    Subscriber.create(
            Subscriber.newParty(), "https://nowhere.invalid/", List.of("incident.received"))
        .statusCode(400)
        .body("errors[0].code", equalTo("HOST_UNRESOLVED"));
  }

  @Test
  void another_partys_subscription_is_not_there() {
    Subscriber mine = subscriber();
    Subscriber other = subscriber();
    other.request().get(PATH + mine.id()).then().statusCode(404);
    other.request().post(PATH + mine.id() + "/pause").then().statusCode(404);
    other.request().header("If-Match", "*").delete(PATH + mine.id()).then().statusCode(404);
    other
        .request()
        .contentType(ContentType.JSON)
        .post(PATH + mine.id() + "/secret/rotate")
        .then()
        .statusCode(404);
    other
        .request()
        .get("/api/v1/subscriptions")
        .then()
        .statusCode(200)
        .body("items.id", contains(other.id()));
    mine.request().get(PATH + mine.id()).then().statusCode(200).body("state", equalTo("ACTIVE"));
  }

  @Test
  void the_operator_reads_all_without_secrets_and_changes_nothing() {
    Subscriber subscriber = subscriber();
    Subscriber.as(Tokens.operator())
        .get(PATH + subscriber.id())
        .then()
        .statusCode(200)
        .body("$", not(hasKey("secret")));
    Subscriber.as(Tokens.operator())
        .queryParam("limit", 100)
        .get("/api/v1/subscriptions")
        .then()
        .statusCode(200)
        .body("items.id", hasItem(subscriber.id()))
        .body("items", everyItem(not(hasKey("secret"))));
    Subscriber.as(Tokens.operator()).post(PATH + subscriber.id() + "/pause").then().statusCode(403);
  }

  @Test
  void a_list_is_read_page_by_page() {
    String party = Subscriber.newParty();
    List<String> made =
        List.of("1", "2", "3").stream()
            .map(n -> Subscriber.of(party, URL + n, "incident.received").id())
            .toList();
    String token = Tokens.machine("agency", party);
    ValidatableResponse first =
        Subscriber.as(token).queryParam("limit", 2).get("/api/v1/subscriptions").then();
    first.statusCode(200).body("items.id", contains(made.get(2), made.get(1)));
    String next = first.extract().path("next");
    Subscriber.as(token)
        .queryParam("limit", 2)
        .queryParam("cursor", next)
        .get("/api/v1/subscriptions")
        .then()
        .statusCode(200)
        .body("items.id", contains(made.get(0)))
        .body("$", not(hasKey("next")));
    Subscriber.as(Tokens.machine("agency", Subscriber.newParty()))
        .queryParam("cursor", next)
        .get("/api/v1/subscriptions")
        .then()
        .statusCode(400);
  }

  @Test
  void a_change_needs_the_version_that_was_read() {
    Subscriber subscriber = subscriber();
    String path = PATH + subscriber.id();
    String change = "{\"eventTypes\": [\"incident.referred\"]}";
    subscriber
        .request()
        .contentType(ContentType.JSON)
        .body(change)
        .patch(path)
        .then()
        .statusCode(428);
    subscriber
        .request()
        .contentType(ContentType.JSON)
        .header("If-Match", "\"7\"")
        .body(change)
        .patch(path)
        .then()
        .statusCode(412);
    subscriber
        .request()
        .contentType(ContentType.JSON)
        .header("If-Match", "\"1\"")
        .body(change)
        .patch(path)
        .then()
        .statusCode(200)
        .header("ETag", "\"2\"")
        .body("url", equalTo(URL))
        .body("eventTypes", contains("incident.referred"));
    subscriber
        .request()
        .contentType(ContentType.JSON)
        .header("If-Match", "\"2\"")
        .body("{\"url\": \"http://localhost:9/new\", \"eventTypes\": [\"incident.closed\"]}")
        .put(path)
        .then()
        .statusCode(200)
        .body("url", equalTo("http://localhost:9/new"))
        .body("sequence", equalTo(3));
    subscriber
        .request()
        .contentType(ContentType.JSON)
        .header("If-Match", "\"3\"")
        .body("{\"url\": \"https://169.254.169.254/\"}")
        .patch(path)
        .then()
        .statusCode(400)
        .body("errors[0].code", equalTo("ADDRESS_FORBIDDEN"));
    subscriber.request().delete(path).then().statusCode(428);
    subscriber.request().header("If-Match", "\"3\"").delete(path).then().statusCode(204);
    subscriber.request().get(path).then().statusCode(404);
    subscriber.request().get("/api/v1/subscriptions").then().body("items", hasSize(0));
  }

  @Test
  void pause_and_resume_go_one_way_each() {
    Subscriber subscriber = subscriber();
    String path = PATH + subscriber.id();
    subscriber
        .request()
        .post(path + "/resume")
        .then()
        .statusCode(409)
        .body("state", equalTo("ACTIVE"))
        .body("allowed", contains("delete", "disable", "pause"));
    subscriber
        .request()
        .contentType(ContentType.JSON)
        .body("{}")
        .post(path + "/pause")
        .then()
        .statusCode(200)
        .body("state", equalTo("PAUSED"));
    subscriber.request().post(path + "/pause").then().statusCode(409);
    subscriber.request().header("If-Match", "\"1\"").post(path + "/resume").then().statusCode(412);
    subscriber.request().post(path + "/resume").then().body("state", equalTo("ACTIVE"));
  }

  @Test
  void a_replayed_creation_is_the_same_one_without_the_secret() {
    String party = Subscriber.newParty();
    String key = UUID.randomUUID().toString();
    String first =
        idempotent(party, key, URL)
            .statusCode(201)
            .body("$", hasKey("secret"))
            .extract()
            .path("id");
    idempotent(party, key, URL)
        .statusCode(201)
        .body("id", equalTo(first))
        .body("$", not(hasKey("secret")));
    idempotent(party, key, URL + "2").statusCode(422);
    Subscriber.as(Tokens.machine("agency", party))
        .get("/api/v1/subscriptions")
        .then()
        .body("items", hasSize(1));
  }

  @Test
  void a_rotated_secret_is_new_and_the_former_one_has_an_end() throws Exception {
    Subscriber subscriber = subscriber();
    String path = PATH + subscriber.id() + "/secret/rotate";
    ValidatableResponse rotated =
        subscriber
            .request()
            .contentType(ContentType.JSON)
            .body("{\"gracePeriodSeconds\": 60}")
            .post(path)
            .then()
            .statusCode(200)
            .body("sequence", equalTo(2))
            .body("secret", startsWith("whsec_"))
            .body("secret", not(equalTo(subscriber.secret())));
    rotated.header("ETag", "\"2\"");
    assertEquals(
        List.of("t", "f"),
        Database.column(
            "SELECT expires_at BETWEEN now() AND now() + interval '61 s' FROM subscription_secret"
                + " WHERE subscription_id = ? AND expires_at IS NOT NULL"
                + " UNION ALL SELECT expires_at IS NOT NULL FROM subscription_secret"
                + " WHERE subscription_id = ? AND expires_at IS NULL",
            UUID.fromString(subscriber.id()),
            UUID.fromString(subscriber.id())));
    for (String body :
        List.of("{\"gracePeriodSeconds\": -1}", "{\"gracePeriodSeconds\": 99999999}")) {
      subscriber
          .request()
          .contentType(ContentType.JSON)
          .body(body)
          .post(path)
          .then()
          .statusCode(400)
          .body("errors[0].pointer", equalTo("/gracePeriodSeconds"));
    }
  }

  @Test
  void at_most_ten_former_secrets_are_valid() throws Exception {
    Subscriber subscriber = subscriber();
    String path = PATH + subscriber.id() + "/secret/rotate";
    for (int i = 0; i < 10; i++) {
      subscriber.request().contentType(ContentType.JSON).post(path).then().statusCode(200);
    }
    subscriber
        .request()
        .contentType(ContentType.JSON)
        .post(path)
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:phoihop:problem:too-many-secrets"));
    assertEquals(
        11,
        Database.count(
            "SELECT count(*) FROM subscription_secret WHERE subscription_id = ?",
            UUID.fromString(subscriber.id())));
  }

  @Test
  void a_party_has_no_more_subscriptions_than_the_operator_allows() {
    String party = Subscriber.newParty();
    for (int i = 0; i < 5; i++) {
      Subscriber.of(party, URL + i, "incident.received");
    }
    Subscriber.create(party, URL, List.of("incident.received"))
        .statusCode(409)
        .body("type", equalTo("urn:phoihop:problem:too-many-subscriptions"));
  }

  @Test
  void nor_has_it_more_where_many_are_made_at_once() throws Exception {
    String party = Subscriber.newParty();
    List<CompletableFuture<Integer>> made =
        IntStream.range(0, 16)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () -> created(party, URL + i), command -> new Thread(command).start()))
            .toList();
    List<Integer> statuses = made.stream().map(CompletableFuture::join).toList();
    assertEquals(5, Collections.frequency(statuses, 201), statuses.toString());
    assertEquals(11, Collections.frequency(statuses, 409), statuses.toString());
    assertEquals(5, Database.count("SELECT count(*) FROM subscription WHERE party = ?", party));
  }

  @Test
  void every_change_is_on_record() throws Exception {
    Subscriber subscriber = subscriber();
    subscriber.request().post(PATH + subscriber.id() + "/pause").then().statusCode(200);
    assertEquals(
        List.of("subscription.created", "subscription.pause"),
        Database.column(
            "SELECT action FROM audit WHERE object_id = ? ORDER BY id",
            UUID.fromString(subscriber.id())));
    assertTrue(
        Database.column(
                "SELECT row_to_json(a)::text FROM audit a WHERE object_id = ?",
                UUID.fromString(subscriber.id()))
            .stream()
            .noneMatch(row -> row.contains(subscriber.secret())));
  }

  /** Who is told that no connection to the database is free at the moment comes again. */
  private static int created(String party, String url) {
    return Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () ->
                Subscriber.create(party, url, List.of("incident.received")).extract().statusCode(),
            status -> status != 503);
  }

  private static Subscriber subscriber() {
    return Subscriber.to(URL, "incident.received");
  }

  private static ValidatableResponse idempotent(String party, String key, String url) {
    return Subscriber.as(Tokens.machine("agency", party))
        .contentType(ContentType.JSON)
        .header("Idempotency-Key", key)
        .body("{\"url\": \"" + url + "\", \"eventTypes\": [\"incident.received\"]}")
        .post("/api/v1/subscriptions")
        .then();
  }

  private static int secretsSeenBy(String party, String subscription) throws Exception {
    return Database.as(
        party,
        connection -> {
          try (var statement =
              connection.prepareStatement(
                  "SELECT count(*) FROM subscription_secret WHERE subscription_id = ?")) {
            statement.setObject(1, UUID.fromString(subscription));
            try (ResultSet rows = statement.executeQuery()) {
              rows.next();
              return rows.getInt(1);
            }
          }
        });
  }
}
