package vn.phoihop.incident.incident;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.phoihop.incident.Api.as;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.phoihop.incident.Api;
import vn.phoihop.platform.http.Position;
import vn.phoihop.platform.test.Database;
import vn.phoihop.platform.test.Tokens;

/** Lists of some thousand rows: right at every depth, and read from the index alone. */
@QuarkusTest
class IncidentListTest {

  private static final int INCIDENTS = 8_000;
  private static final int ENTERPRISES = 4;

  @BeforeAll
  static void manyIncidents() throws SQLException {
    Database.asSuperuser(
        connection -> {
          try (var statement = connection.createStatement()) {
            statement.execute(
                """
                CREATE TEMP TABLE many AS
                SELECT ('0199' || lpad(to_hex(n), 28, '0'))::uuid AS id, e.id AS enterprise,
                  timestamptz '2025-01-01 00:00Z' + n * interval '1 minute' AS at, n
                FROM generate_series(1, %1$d) n,
                LATERAL (SELECT ('0198' || lpad(to_hex(n %% %2$d), 28, '0'))::uuid AS id) e;
                INSERT INTO incident (id, written_by, audience, enterprise_id, receipt_number, received_at, state,
                  version, sequence, stage, severity, severity_rule, tlp, violation_types, detected_at,
                  indicator_count, agencies)
                SELECT id, enterprise::text, ARRAY['DEPARTMENT', enterprise::text, 'TAX'], enterprise, 'LIST-' || n, at,
                  CASE WHEN n %% 100 = 0 THEN 'CLOSED' ELSE 'RECEIVED' END, 1, 1, 'EARLY', 'LOW', 'OTHERWISE', 'AMBER',
                  ARRAY['TEL_FEE_THEFT'], at, 0, ARRAY['TAX'] FROM many ON CONFLICT DO NOTHING;
                INSERT INTO incident_reader (aggregate_id, owner, party, at)
                SELECT id, enterprise::text, party, at FROM many, unnest(ARRAY['DEPARTMENT', enterprise::text, 'TAX']) party
                ON CONFLICT DO NOTHING;
                ANALYZE incident; ANALYZE incident_reader"""
                    .formatted(INCIDENTS, ENTERPRISES));
          }
          return null;
        });
  }

  @Test
  void pages_follow_each_other_without_gap_or_repetition_latest_first() {
    List<String> ids = new ArrayList<>();
    List<String> times = new ArrayList<>();
    String cursor = null;
    do {
      JsonPath page = page(enterprise(1), cursor);
      ids.addAll(page.getList("items.id"));
      times.addAll(page.getList("items.visibleSince"));
      cursor = page.getString("next");
    } while (cursor != null);

    assertEquals(INCIDENTS / ENTERPRISES, ids.size());
    assertEquals(ids.size(), new HashSet<>(ids).size());
    assertEquals(times.stream().sorted((a, b) -> b.compareTo(a)).toList(), times);
  }

  @Test
  void a_party_pages_over_its_own_incidents_only() {
    as(Tokens.enterprise(enterprise(3)))
        .get("/api/v1/incidents?limit=100")
        .then()
        .statusCode(200)
        .body("items.enterpriseId", everyItem(equalTo(enterprise(3).toString())))
        .body("next", notNullValue());
    as(Tokens.agency("BORDER_GUARD"))
        .get("/api/v1/incidents")
        .then()
        .statusCode(200)
        .body("items.size()", equalTo(0));
  }

  @Test
  void filters_narrow_and_the_cursor_is_bound_to_them_and_to_the_caller() {
    String next =
        as(Tokens.agency("TAX"))
            .get("/api/v1/incidents?state=CLOSED&violationType=TEL_FEE_THEFT&limit=10")
            .then()
            .statusCode(200)
            .body("items.state", everyItem(equalTo("CLOSED")))
            .body("items.size()", equalTo(10))
            .extract()
            .path("next");

    as(Tokens.agency("TAX"))
        .get("/api/v1/incidents?state=CLOSED&violationType=TEL_FEE_THEFT&cursor=" + next)
        .then()
        .statusCode(200);
    as(Tokens.agency("TAX"))
        .get("/api/v1/incidents?state=RECEIVED&cursor=" + next)
        .then()
        .statusCode(400);
    as(Tokens.department())
        .get("/api/v1/incidents?state=CLOSED&violationType=TEL_FEE_THEFT&cursor=" + next)
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("query:cursor"));
    as(Tokens.department()).get("/api/v1/incidents?state=LOST").then().statusCode(400);
    as(Tokens.department()).get("/api/v1/incidents?limit=101").then().statusCode(400);
  }

  @Test
  void an_enterprise_is_named_once_its_name_is_known() throws SQLException {
    UUID enterprise = UUID.randomUUID();
    Api.report(enterprise);
    Database.asSuperuser(
        connection ->
            connection
                .createStatement()
                .execute(
                    "INSERT INTO enterprise VALUES ('"
                        + enterprise
                        + "', 'Thăng Long', 'ACTIVE', 1)"));

    as(Tokens.enterprise(enterprise))
        .get("/api/v1/incidents")
        .then()
        .statusCode(200)
        .body("items[0].enterpriseName", equalTo("Thăng Long"));
  }

  @Test
  void every_page_is_read_from_the_index_of_the_reader_rows_under_the_runtime_role()
      throws SQLException {
    for (String party : List.of("DEPARTMENT", "TAX", enterprise(2).toString())) {
      for (Position after :
          new Position[] {
            null,
            new Position(
                java.time.Instant.parse("2025-01-05T00:00:00Z"),
                UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff"))
          }) {
        String plan = explain(party, new IncidentFilter(), after);
        assertTrue(plan.contains("incident_reader_party_at_idx"), plan);
        assertFalse(plan.contains("Seq Scan on incident"), plan);
        // Of a party with many incidents one page is read, not all to be sorted.
        assertTrue(party.startsWith("0198") || plan.contains("Scan Backward"), plan);
        // A policy that hashes the party's reader rows would read all of them for one page.
        assertFalse(plan.contains("hashed"), plan);
      }
    }
  }

  @Test
  void a_rare_state_is_found_by_its_own_index() throws SQLException {
    IncidentFilter filter = new IncidentFilter();
    filter.state = IncidentState.MERGED;

    for (String party : List.of("DEPARTMENT", "TAX", enterprise(2).toString())) {
      String plan = explain(party, filter, null);
      assertTrue(plan.contains("incident_state_idx"), plan);
    }
  }

  private static String explain(String party, IncidentFilter filter, Position after)
      throws SQLException {
    String sql =
        IncidentReadRepository.listSql(filter, after)
            .replace(":party", "'" + party + "'")
            .replace(":state", "'" + filter.state + "'")
            .replace(":limit", "51");
    String bound =
        after == null
            ? sql
            : sql.replace(":at", "timestamptz '" + after.at() + "'")
                .replace(":id", "uuid '" + after.id() + "'");
    return Database.as(
        party,
        connection -> {
          StringBuilder plan = new StringBuilder();
          try (var statement = connection.createStatement();
              ResultSet rows = statement.executeQuery("EXPLAIN (COSTS OFF) " + bound)) {
            while (rows.next()) {
              plan.append(rows.getString(1)).append('\n');
            }
          }
          return plan.toString();
        });
  }

  private static JsonPath page(UUID enterprise, String cursor) {
    return as(Tokens.enterprise(enterprise))
        .get("/api/v1/incidents?limit=37" + (cursor == null ? "" : "&cursor=" + cursor))
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private static UUID enterprise(int n) {
    return UUID.fromString("01980000-0000-0000-0000-" + "%012x".formatted(n));
  }
}
