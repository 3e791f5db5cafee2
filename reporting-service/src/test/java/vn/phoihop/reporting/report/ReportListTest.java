package vn.phoihop.reporting.report;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.phoihop.reporting.Api.as;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.phoihop.platform.http.Position;
import vn.phoihop.platform.test.Database;
import vn.phoihop.platform.test.Tokens;
import vn.phoihop.reporting.Api;

/**
 * Reports and obligations of some thousand: right at every depth, and read from the index alone.
 */
@QuarkusTest
class ReportListTest {

  private static final int MANY = 4_000;
  private static final String ENTERPRISE = "01960000-0000-0000-0000-000000000001";

  @BeforeAll
  static void manyReports() throws SQLException {
    Api.execute(
        """
        CREATE TEMP TABLE many AS
        SELECT ('0196' || lpad(to_hex(n + 16), 28, '0'))::uuid AS id, e.id AS enterprise,
          timestamptz '2019-01-01 00:00Z' + n / 3 * interval '1 minute' AS at, n
        FROM generate_series(1, %d) n,
        LATERAL (SELECT CASE WHEN n %% 10 = 0 THEN '01960000-0000-0000-0000-000000000001'::uuid
          ELSE ('0195' || lpad(to_hex(n), 28, '0'))::uuid END AS id) e;
        INSERT INTO campaign (id, title, period, due_at, sectors, created_at, asked)
          SELECT id, 'T', '2019-H1', at, '{}', at, 1 FROM many ON CONFLICT DO NOTHING;
        INSERT INTO obligation (id, written_by, audience, enterprise_id, kind, period, campaign_id, title, state, sequence,
            opened_at, due_at, due_anchor, due_rule, due_provisional)
          SELECT id, 'DEPARTMENT', '{}', enterprise, 'CAMPAIGN', '2019-H1', id, 'T', 'FULFILLED', 1, at, at, at, 'CAMPAIGN',
            false FROM many ON CONFLICT DO NOTHING;
        INSERT INTO obligation_reader (aggregate_id, owner, party, at)
          SELECT id, 'DEPARTMENT', party, at FROM many, unnest(ARRAY['DEPARTMENT', enterprise::text]) party
          ON CONFLICT DO NOTHING;
        INSERT INTO report (id, written_by, audience, enterprise_id, obligation_id, period, campaign_id, state, version,
            sequence, submitted_version, submitted_at)
          SELECT id, enterprise::text, '{}', enterprise, id, '2019-H1', id, 'SUBMITTED', 1, 2, 1, at FROM many
          ON CONFLICT DO NOTHING;
        INSERT INTO report_reader (aggregate_id, owner, party, at)
          SELECT id, enterprise::text, party, at FROM many, unnest(ARRAY['DEPARTMENT', enterprise::text]) party
          ON CONFLICT DO NOTHING;
        ANALYZE obligation; ANALYZE obligation_reader; ANALYZE report; ANALYZE report_reader; ANALYZE campaign"""
            .formatted(MANY));
  }

  @Test
  void pages_follow_each_other_without_gap_or_repetition_latest_first() {
    for (String[] list :
        new String[][] {{"reports", "visibleSince"}, {"obligations", "openedAt"}}) {
      List<String> ids = new ArrayList<>();
      List<String> times = new ArrayList<>();
      String cursor = null;
      do {
        JsonPath page =
            as(Tokens.enterprise(UUID.fromString(ENTERPRISE)))
                .get(
                    "/api/v1/"
                        + list[0]
                        + "?limit=37"
                        + (cursor == null ? "" : "&cursor=" + cursor))
                .then()
                .statusCode(200)
                .body("items.enterpriseId", everyItem(equalTo(ENTERPRISE)))
                .extract()
                .jsonPath();
        ids.addAll(page.getList("items.id"));
        times.addAll(page.getList("items." + list[1]));
        cursor = page.getString("next");
      } while (cursor != null);

      assertEquals(MANY / 10, ids.size(), list[0]);
      assertEquals(ids.size(), new HashSet<>(ids).size());
      assertEquals(times.stream().sorted((a, b) -> b.compareTo(a)).toList(), times);
    }
  }

  @Test
  void a_cursor_is_good_for_its_filters_and_its_caller() {
    String next =
        as(Tokens.department())
            .get("/api/v1/reports?state=SUBMITTED&period=2019-H1&limit=5")
            .then()
            .statusCode(200)
            .extract()
            .path("next");
    as(Tokens.department())
        .get("/api/v1/reports?state=SUBMITTED&period=2019-H1&limit=5&cursor=" + next)
        .then()
        .statusCode(200)
        .body("items.period", everyItem(equalTo("2019-H1")));
    as(Tokens.department()).get("/api/v1/reports?cursor=" + next).then().statusCode(400);
    as(Tokens.department()).get("/api/v1/obligations?cursor=" + next).then().statusCode(400);
    as(Tokens.enterprise(UUID.fromString(ENTERPRISE)))
        .get("/api/v1/reports?state=SUBMITTED&period=2019-H1&limit=5&cursor=" + next)
        .then()
        .statusCode(400);
  }

  @Test
  void every_page_is_read_from_the_index_of_the_reader_rows_under_the_runtime_role()
      throws SQLException {
    for (String party : List.of("DEPARTMENT", ENTERPRISE)) {
      for (Position after :
          new Position[] {
            null,
            new Position(
                Instant.parse("2019-01-02T00:00:00Z"),
                UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff"))
          }) {
        String plan =
            explain(party, ReportReadRepository.listSql(new ReportFilter(), after), after);
        assertTrue(plan.contains("report_reader_party_at_idx"), plan);
        assertFalse(plan.contains("Seq Scan on report"), plan);
      }
    }
  }

  private static String explain(String party, String sql, Position after) throws SQLException {
    String bound = sql.replace(":party", "'" + party + "'").replace(":limit", "51");
    String explained =
        after == null
            ? bound
            : bound
                .replace(":at", "timestamptz '" + after.at() + "'")
                .replace(":id", "uuid '" + after.id() + "'");
    return Database.as(
        party,
        connection -> {
          StringBuilder plan = new StringBuilder();
          try (var statement = connection.createStatement();
              ResultSet rows = statement.executeQuery("EXPLAIN (COSTS OFF) " + explained)) {
            while (rows.next()) {
              plan.append(rows.getString(1)).append('\n');
            }
          }
          return plan.toString();
        });
  }
}
