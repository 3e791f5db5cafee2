package vn.phoihop.incident.measure;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.phoihop.incident.Api.as;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.phoihop.platform.http.Position;
import vn.phoihop.platform.test.Database;
import vn.phoihop.platform.test.Tokens;

/** Lists of some thousand rows are read from the index alone. */
@QuarkusTest
class MeasureListTest {

  private static final UUID ENTERPRISE = UUID.fromString("01970000-0000-0000-0000-000000000001");

  @BeforeAll
  static void manyMeasures() throws SQLException {
    Database.asSuperuser(
        connection ->
            connection
                .createStatement()
                .execute(
                    """
                    CREATE TEMP TABLE many AS
                    SELECT ('0196' || lpad(to_hex(n), 28, '0'))::uuid AS id, '%s' AS enterprise,
                      timestamptz '2025-01-01 00:00Z' + n * interval '1 minute' AS at, n FROM generate_series(1, 8000) n;
                    INSERT INTO measure (id, written_by, audience, enterprise_id, created_at, type, target, state, tlp,
                      sequence, started_at, ended_at, emergency, review_at)
                    SELECT id, enterprise, ARRAY['DEPARTMENT', enterprise, 'TAX'], enterprise::uuid, at, 'OTHER', 'x',
                      CASE WHEN n %% 100 = 0 THEN 'ENDED' ELSE 'ACTIVE' END, 'AMBER', 1, at, at, false, at FROM many
                    ON CONFLICT DO NOTHING;
                    INSERT INTO measure_reader SELECT id, enterprise, party, at
                    FROM many, unnest(ARRAY['DEPARTMENT', enterprise, 'TAX']) party ON CONFLICT DO NOTHING;
                    ANALYZE measure; ANALYZE measure_reader"""
                        .formatted(ENTERPRISE)));
  }

  @Test
  void every_page_is_read_from_the_index_of_the_reader_rows_under_the_runtime_role()
      throws SQLException {
    for (String party : List.of("DEPARTMENT", "TAX", ENTERPRISE.toString())) {
      for (Position after :
          new Position[] {
            null, new Position(Instant.parse("2025-01-05T00:00:00Z"), UUID.randomUUID())
          }) {
        String plan = explain(party, new MeasureFilter(), after);
        assertTrue(plan.contains("Backward using measure_reader_party_at_idx"), plan);
        assertFalse(plan.contains("Seq Scan on measure"), plan);
        // A policy that hashes the party's reader rows would read all of them for one page.
        assertFalse(plan.contains("hashed"), plan);
      }
    }
  }

  @Test
  void the_measures_of_an_incident_are_found_by_its_own_index() throws SQLException {
    MeasureFilter filter = new MeasureFilter();
    filter.incidentId = UUID.randomUUID();

    String plan = explain("DEPARTMENT", filter, null);

    assertTrue(plan.contains("measure_incident_idx"), plan);
  }

  @Test
  void filters_narrow_and_the_cursor_is_bound_to_them() {
    String next =
        as(Tokens.agency("TAX"))
            .get("/api/v1/measures?state=ENDED&limit=10")
            .then()
            .statusCode(200)
            .body("items.state", everyItem(equalTo("ENDED")))
            .body("items.size()", equalTo(10))
            .extract()
            .path("next");
    as(Tokens.agency("TAX"))
        .get("/api/v1/measures?state=ENDED&limit=10&cursor=" + next)
        .then()
        .statusCode(200);
    as(Tokens.agency("TAX")).get("/api/v1/measures?cursor=" + next).then().statusCode(400);
    as(Tokens.department())
        .get("/api/v1/measures?state=ENDED&cursor=" + next)
        .then()
        .statusCode(400);
  }

  private static String explain(String party, MeasureFilter filter, Position after)
      throws SQLException {
    String sql =
        MeasureReadRepository.listSql(filter, after)
            .replace(":party", "'" + party + "'")
            .replace(":incident", "'" + filter.incidentId + "'")
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
          try (ResultSet rows =
              connection.createStatement().executeQuery("EXPLAIN (COSTS OFF) " + bound)) {
            while (rows.next()) {
              plan.append(rows.getString(1)).append('\n');
            }
          }
          return plan.toString();
        });
  }
}
