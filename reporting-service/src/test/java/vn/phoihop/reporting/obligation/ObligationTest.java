package vn.phoihop.reporting.obligation;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.phoihop.reporting.Api.as;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.phoihop.platform.identity.SystemParty;
import vn.phoihop.platform.test.Database;
import vn.phoihop.platform.test.EventContract;
import vn.phoihop.platform.test.Events;
import vn.phoihop.platform.test.Tokens;
import vn.phoihop.reporting.Api;
import vn.phoihop.reporting.figure.Period;

@QuarkusTest
class ObligationTest {

  private static final Period RUNNING = Period.of(Instant.now());

  @Inject OpeningService opening;
  @Inject SystemParty system;

  @BeforeEach
  void ready() {
    Api.awaitReady();
  }

  @Test
  void one_is_opened_as_an_enterprise_becomes_active_and_both_sides_are_told() {
    UUID enterprise = Api.enterprise();
    String id = Api.awaitObligation(enterprise);

    for (String token : List.of(Tokens.enterprise(enterprise), Tokens.department())) {
      as(token)
          .get("/api/v1/obligations/{id}", id)
          .then()
          .statusCode(200)
          .header("ETag", "\"1\"")
          .body("kind", equalTo("PERIODIC"))
          .body("state", equalTo("OPEN"))
          .body("period", equalTo(RUNNING.toString()))
          .body("enterpriseId", equalTo(enterprise.toString()))
          .body("enterpriseName", notNullValue())
          .body("flags", hasSize(0))
          .body("due.rule", equalTo("REPORT_HALF_YEAR 10 WORKING_DAYS"))
          .body("due.calendarVersion", equalTo("CALENDARS/1"));
    }
    Events.Seen told = awaitTold("obligation.opened", id);
    EventContract.assertValid("obligation.opened", told.data());
    assertTrue(told.data().contains("\"audience\":[\"DEPARTMENT\",\"" + enterprise + "\"]"));
    as(Tokens.enterprise(enterprise))
        .get("/api/v1/obligations/{id}/history", id)
        .then()
        .statusCode(200)
        .body("items.verb", contains("open"))
        .body("items[0].party", equalTo("SYSTEM"));
  }

  @Test
  void periods_that_passed_while_nothing_ran_are_not_forgotten_and_are_overdue() {
    Period first = RUNNING.previous().previous();
    UUID enterprise = Api.activate("COURIER", first.start().plusSeconds(3600));

    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                as(Tokens.enterprise(enterprise))
                        .get("/api/v1/obligations")
                        .jsonPath()
                        .getList("items")
                        .size()
                    == 3);
    List<String> overdue =
        as(Tokens.enterprise(enterprise))
            .get("/api/v1/obligations?flag=OVERDUE")
            .jsonPath()
            .getList("items.id");
    assertTrue(!overdue.isEmpty());
    for (String id : overdue) {
      EventContract.assertValid("obligation.overdue", awaitTold("obligation.overdue", id).data());
    }
    as(Tokens.enterprise(enterprise))
        .get("/api/v1/obligations?period=" + RUNNING)
        .then()
        .statusCode(200)
        .body("items.period", contains(RUNNING.toString()));
  }

  @Test
  void the_same_one_is_opened_once_by_however_many_instances() throws Exception {
    for (int i = 0; i < 20; i++) {
      Api.activate("AGENT", Instant.now());
    }
    ExecutorService instances = Executors.newFixedThreadPool(3);
    try {
      for (int i = 0; i < 30; i++) {
        instances.submit(() -> system.run(() -> opening.openSome()));
      }
    } finally {
      instances.shutdown();
    }
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                Database.count(
                        """
                        SELECT count(*) FROM enterprise e WHERE state = 'ACTIVE' AND 'AGENT' = ANY (sectors)
                          AND EXISTS (SELECT FROM obligation o WHERE o.enterprise_id = e.id)""")
                    == 20);

    assertEquals(
        20,
        Database.count(
            """
            SELECT count(*) FROM outbox WHERE type = 'obligation.opened' AND payload ->> 'enterpriseId' IN
              (SELECT id::text FROM enterprise WHERE 'AGENT' = ANY (sectors))"""));
  }

  @Test
  void one_that_is_not_active_any_more_is_not_asked() throws Exception {
    UUID enterprise = UUID.randomUUID();
    Events.publish(
        "phoihop.liaison",
        "enterprise.registered",
        enterprise.toString(),
        EventContract.example("enterprise.registered")
            .replace("019a1f6e-7c00-7000-8000-000000000001", enterprise.toString()));
    // Asked after it, answered before it: then it would have been asked as well.
    Api.enterprise();

    assertEquals(
        0, Database.count("SELECT count(*) FROM obligation WHERE enterprise_id = ?", enterprise));
  }

  @Test
  void what_is_due_soon_and_what_is_overdue_is_told_once() throws Exception {
    UUID enterprise = Api.enterprise();
    String id = Api.awaitObligation(enterprise);
    due(id, "now() + interval '3 days'");
    EventContract.assertValid("obligation.due_soon", awaitTold("obligation.due_soon", id).data());
    as(Tokens.department())
        .get("/api/v1/obligations?flag=DUE_SOON&enterpriseId=" + enterprise)
        .then()
        .statusCode(200)
        .body("items.id", contains(id))
        .body("items[0].flags", contains("DUE_SOON"));

    due(id, "now() - interval '1 second'");
    EventContract.assertValid("obligation.overdue", awaitTold("obligation.overdue", id).data());
    as(Tokens.enterprise(enterprise))
        .get("/api/v1/obligations?flag=OVERDUE")
        .then()
        .statusCode(200)
        .body("items.id", contains(id))
        .body("items[0].state", equalTo("OPEN"))
        .body("items[0].flags", contains("OVERDUE"));

    system.run(() -> assertTrue(!opening.tellSome()));
    for (String type : List.of("obligation.due_soon", "obligation.overdue")) {
      assertEquals(
          1,
          Database.count(
              "SELECT count(*) FROM outbox WHERE type = ? AND aggregate_id = ?::uuid", type, id));
    }
  }

  @Test
  void the_department_exempts_and_cancels_with_a_reason_and_only_open_ones() {
    for (String verb : List.of("exempt", "cancel")) {
      UUID enterprise = Api.enterprise();
      String id = Api.awaitObligation(enterprise);
      String state = verb.equals("exempt") ? "EXEMPTED" : "CANCELLED";
      as(Tokens.department())
          .body("{\"reason\": \" \"}")
          .post("/api/v1/obligations/{id}/" + verb, id)
          .then()
          .statusCode(400)
          .body("errors[0].pointer", equalTo("/reason"));
      as(Tokens.enterprise(enterprise))
          .body("{\"reason\": \"không muốn\"}")
          .post("/api/v1/obligations/{id}/" + verb, id)
          .then()
          .statusCode(403);
      as(Tokens.department())
          .header("If-Match", "\"7\"")
          .body("{\"reason\": \"tạm ngừng\"}")
          .post("/api/v1/obligations/{id}/" + verb, id)
          .then()
          .statusCode(412);
      as(Tokens.department())
          .header("If-Match", "\"1\"")
          .body("{\"reason\": \"Tạm ngừng hoạt động\"}")
          .post("/api/v1/obligations/{id}/" + verb, id)
          .then()
          .statusCode(200)
          .header("ETag", "\"2\"")
          .body("state", equalTo(state))
          .body("reason", equalTo("Tạm ngừng hoạt động"));
      as(Tokens.enterprise(enterprise))
          .get("/api/v1/obligations")
          .then()
          .statusCode(200)
          .body("items[0].state", equalTo(state))
          .body("items[0].reason", equalTo("Tạm ngừng hoạt động"));
      as(Tokens.department())
          .body("{\"reason\": \"lần nữa\"}")
          .post("/api/v1/obligations/{id}/" + verb, id)
          .then()
          .statusCode(409)
          .body("state", equalTo(state))
          .body("allowed", hasSize(0));
      as(Tokens.enterprise(enterprise))
          .post("/api/v1/obligations/{id}/reports", id)
          .then()
          .statusCode(409)
          .body("state", equalTo(state));
    }
  }

  @Test
  void an_enterprise_sees_its_own_alone_and_others_see_none() {
    UUID one = Api.enterprise();
    UUID other = Api.enterprise();
    String id = Api.awaitObligation(one);

    as(Tokens.enterprise(other)).get("/api/v1/obligations/{id}", id).then().statusCode(404);
    as(Tokens.enterprise(other)).get("/api/v1/obligations/{id}/history", id).then().statusCode(404);
    as(Tokens.enterprise(other))
        .get("/api/v1/obligations?enterpriseId=" + one)
        .then()
        .statusCode(200)
        .body("items", hasSize(0));
    as(Tokens.enterprise(other))
        .get("/api/v1/obligations")
        .then()
        .statusCode(200)
        .body("items.enterpriseId", everyItem(equalTo(other.toString())));
    as(Tokens.department())
        .get("/api/v1/obligations?period=" + RUNNING)
        .then()
        .statusCode(200)
        .body("items.id", hasItem(id));
    as(Tokens.department())
        .get("/api/v1/obligations?state=FULFILLED&enterpriseId=" + one)
        .then()
        .statusCode(200)
        .body("items.id", not(hasItem(id)));
    as(Tokens.agency("POLICE")).get("/api/v1/obligations").then().statusCode(403);
    as(Tokens.liaison(one, UUID.randomUUID(), List.of("INCIDENT")))
        .get("/api/v1/obligations")
        .then()
        .statusCode(403);
    as(Tokens.liaison(one, UUID.randomUUID(), List.of("REPORT")))
        .get("/api/v1/obligations")
        .then()
        .statusCode(200)
        .body("items.id", hasItem(id));
  }

  @Test
  void what_no_list_has_is_refused() {
    for (String query :
        List.of(
            "period=2026-H3",
            "period=2099-H1",
            "state=LOST",
            "flag=LATE",
            "cursor=abc",
            "enterpriseId=me",
            "limit=0")) {
      as(Tokens.department()).get("/api/v1/obligations?" + query).then().statusCode(400);
    }
    as(Tokens.department())
        .get("/api/v1/obligations/{id}", UUID.randomUUID().toString())
        .then()
        .statusCode(404);
  }

  private static void due(String id, String at) throws Exception {
    Api.execute("UPDATE obligation SET due_at = " + at + " WHERE id = '" + id + "'");
  }

  private static Events.Seen awaitTold(String type, String id) {
    return Events.await(
        "phoihop.reporting", seen -> seen.key().equals(id) && seen.type().equals(type));
  }
}
