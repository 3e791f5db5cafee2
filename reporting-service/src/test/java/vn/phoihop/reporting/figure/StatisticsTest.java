package vn.phoihop.reporting.figure;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.phoihop.reporting.Api.as;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.phoihop.platform.test.Database;
import vn.phoihop.platform.test.Events;
import vn.phoihop.platform.test.Tokens;
import vn.phoihop.reporting.Api;

/** Figures as they are read, from facts as they come over Kafka. */
@QuarkusTest
class StatisticsTest {

  private static final String PERIOD = Period.of(Instant.now()).toString();

  @Test
  void an_incident_a_measure_a_request_and_an_exchange_are_counted() throws Exception {
    UUID enterprise = UUID.randomUUID();
    UUID peer = UUID.randomUUID();
    UUID incident = UUID.randomUUID();
    String now = Instant.now().toString();
    // The measure is told before its incident: they come from different partitions.
    Api.tell(
        "measure.ended",
        UUID.randomUUID().toString(),
        """
        {"id": "%s", "enterpriseId": "%s", "state": "ENDED", "sequence": 2, "startedAt": "%s", "incidentId": "%s",
         "effect": {"preventedVnd": 30}}"""
            .formatted(UUID.randomUUID(), enterprise, now, incident));
    incident(incident, enterprise, 1, "RECEIVED", null);
    incident(incident, enterprise, 3, "RESOLVED", "POLICE");
    incident(incident, enterprise, 2, "IN_COORDINATION", "POLICE");
    UUID request = UUID.randomUUID();
    Api.tell(
        "request.answered",
        request.toString(),
        """
        {"id": "%s", "enterpriseId": "%s", "state": "ANSWERED", "sequence": 3, "issuedAt": "%s", "onTime": true,
         "statuses": {"full": 1, "partial": 1, "none": 0}}"""
            .formatted(request, enterprise, now));
    Api.tell(
        "exchange.published",
        enterprise.toString(),
        """
        {"id": "%s", "enterpriseId": "%s", "state": "PUBLISHED", "sequence": 1, "occurredAt": "%s",
         "audience": ["%s", "DEPARTMENT", "%s"]}"""
            .formatted(UUID.randomUUID(), enterprise, now, enterprise, peer));

    for (String token : List.of(Tokens.enterprise(enterprise), Tokens.department())) {
      as(token)
          .get("/api/v1/statistics?period=" + PERIOD + "&enterpriseId=" + enterprise)
          .then()
          .statusCode(200)
          .body("period", equalTo(PERIOD))
          .body("asOf", notNullValue())
          .body("items.enterpriseId", contains(enterprise.toString()))
          .body("items[0].figures.violationType", contains("IT_DOS", "IT_MALWARE"))
          .body(
              "items[0].figures[0].keySet()",
              equalTo(
                  Set.of(
                      "violationType",
                      "detected",
                      "reported",
                      "handled",
                      "transferred",
                      "damageVnd",
                      "preventedVnd")))
          .body("items[0].figures.reported", contains(1, 1))
          .body("items[0].figures.handled", contains(1, 1))
          .body("items[0].figures.transferred", contains(1, 1))
          .body("items[0].figures.damageVnd", contains(500, 500))
          .body("items[0].figures.preventedVnd", contains(30, 30))
          .body("items[0].totals.detected", equalTo(1))
          .body("items[0].totals.damageVnd", equalTo(500))
          .body("items[0].totals.preventedVnd", equalTo(30))
          .body("items[0].totals.measures", equalTo(1))
          .body("items[0].totals.requestsReceived", equalTo(1))
          .body("items[0].totals.answered", equalTo(1))
          .body("items[0].totals.answeredOnTime", equalTo(1))
          .body("items[0].totals.partial", equalTo(1))
          .body("items[0].totals.exchangesSent", equalTo(1))
          .body("items[0].onTimePercent", equalTo(100));
    }
    as(Tokens.enterprise(peer))
        .get("/api/v1/statistics")
        .then()
        .statusCode(200)
        .body("items.enterpriseId", contains(peer.toString()))
        .body("items[0].figures", hasSize(0))
        .body("items[0].totals.exchangesReceived", equalTo(1))
        .body("items[0].onTimePercent", nullValue());
  }

  @Test
  void an_enterprise_reads_its_own_alone() {
    UUID enterprise = UUID.randomUUID();
    Api.incident(enterprise, "[\"IT_DOS\"]", "RECEIVED", 0);
    UUID other = UUID.randomUUID();
    Api.incident(other, "[\"IT_DOS\"]", "RECEIVED", 0);

    as(Tokens.enterprise(enterprise))
        .get("/api/v1/statistics")
        .then()
        .statusCode(200)
        .body("items.enterpriseId", contains(enterprise.toString()));
    as(Tokens.enterprise(enterprise))
        .get("/api/v1/statistics?enterpriseId=" + other)
        .then()
        .statusCode(200)
        .body("items", hasSize(0));
    for (String token : List.of(Tokens.agency("POLICE"), Tokens.auditor(), Tokens.operator())) {
      as(token).get("/api/v1/statistics").then().statusCode(403);
    }
  }

  @Test
  void a_period_that_is_none_or_has_not_begun_is_refused() {
    for (String period : List.of("2026-H3", "2026", "H2-2026", "2097-H1", "2026-H2%00")) {
      as(Tokens.department())
          .get("/api/v1/statistics?period=" + period)
          .then()
          .statusCode(400)
          .body("errors[0].pointer", equalTo("query:period"));
    }
    as(Tokens.department()).get("/api/v1/statistics?enterpriseId=all").then().statusCode(400);
    as(Tokens.department())
        .get("/api/v1/statistics?period=2019-H1")
        .then()
        .statusCode(200)
        .body("items", hasSize(0));
  }

  @Test
  void the_department_pages_through_all_without_gap_or_repetition() throws SQLException {
    Api.execute(
        """
        INSERT INTO total (period, enterprise_id, detected, reported, handled, transferred, damage_vnd, prevented_vnd,
          requests_received, answered, answered_on_time, partial, refused, measures, exchanges_sent, exchanges_received)
        SELECT '20' || year || '-H1', ('0199' || lpad(to_hex(n), 28, '0'))::uuid, 1, 1, 0, 0, 1e30, 0, 0, 0, 0, 0, 0, 0, 0, 0
        FROM generate_series(1, 3000) n, generate_series(10, 21) year ON CONFLICT DO NOTHING;
        INSERT INTO figure (period, enterprise_id, violation_type, detected, reported, handled, transferred, damage_vnd,
          prevented_vnd)
        SELECT '2021-H1', enterprise_id, 'OTHER', 1, 1, 0, 0, 1e30, 0 FROM total WHERE period = '2021-H1'
        ON CONFLICT DO NOTHING;
        ANALYZE total; ANALYZE figure""");
    List<String> ids = new ArrayList<>();
    String cursor = null;
    do {
      JsonPath page =
          as(Tokens.department())
              .get(
                  "/api/v1/statistics?period=2021-H1&limit=100"
                      + (cursor == null ? "" : "&cursor=" + cursor))
              .then()
              .statusCode(200)
              .body("items[0].totals.damageVnd", equalTo(9_000_000_000_000_000L))
              .extract()
              .jsonPath();
      ids.addAll(page.getList("items.enterpriseId"));
      cursor = page.getString("next");
    } while (cursor != null);

    assertEquals(3000, ids.size());
    assertEquals(3000, new HashSet<>(ids).size());
    for (String party : List.of("DEPARTMENT", "01990000-0000-0000-0000-000000000007")) {
      String plan = plan(party);
      assertTrue(plan.contains("total_pkey"), plan);
      assertFalse(plan.contains("Seq Scan on total"), plan);
      assertFalse(plan.contains("Seq Scan on figure"), plan);
    }
  }

  @Test
  void a_fact_that_lacks_what_is_counted_is_kept_for_the_operator() {
    String key = UUID.randomUUID().toString();
    Events.publish("phoihop.incident", "measure.started", key, "{\"id\": \"" + key + "\"}");
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> Database.count("SELECT count(*) FROM dead_letter WHERE key = ?", key) == 1);
  }

  /** As each asks: the Department for a page after one, an enterprise for itself alone. */
  private static String plan(String party) throws SQLException {
    boolean all = party.equals("DEPARTMENT");
    String sql =
        "EXPLAIN (COSTS OFF) " + FigureRepository.sql(FigureRepository.statisticsWhere(!all, all));
    return Database.as(
        party,
        connection -> {
          StringBuilder plan = new StringBuilder();
          try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, "2021-H1");
            statement.setObject(2, UUID.fromString("01990000-0000-0000-0000-000000000007"));
            statement.setInt(3, 51);
            ResultSet rows = statement.executeQuery();
            while (rows.next()) {
              plan.append(rows.getString(1)).append('\n');
            }
          }
          return plan.toString();
        });
  }

  private static void incident(UUID id, UUID enterprise, int sequence, String state, String lead) {
    Api.tell(
        "incident.amended",
        id.toString(),
        """
        {"id": "%s", "enterpriseId": "%s", "violationTypes": ["IT_MALWARE", "IT_DOS"], "state": "%s", "sequence": %d,
         "receivedAt": "%s", "estimatedDamageVnd": 500%s}"""
            .formatted(
                id,
                enterprise,
                state,
                sequence,
                Instant.now(),
                lead == null ? "" : ", \"lead\": \"" + lead + "\""));
  }
}
