package vn.phoihop.incident.request;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.phoihop.incident.Api.as;

import io.quarkus.scheduler.Scheduler;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.persistence.EntityManagerFactory;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.phoihop.platform.http.Position;
import vn.phoihop.platform.test.Database;
import vn.phoihop.platform.test.Tokens;

/** Lists of some thousand rows: right at every depth, and read from an index alone. */
@QuarkusTest
class RequestListTest {

  private static final int REQUESTS = 6_000;
  private static final int ENTERPRISES = 4;

  private final EntityManagerFactory sessions;
  private final Scheduler scheduler;

  RequestListTest(EntityManagerFactory sessions, Scheduler scheduler) {
    this.sessions = sessions;
    this.scheduler = scheduler;
  }

  @BeforeAll
  static void manyRequests() throws SQLException {
    Database.asSuperuser(
        connection -> {
          try (var statement = connection.createStatement()) {
            statement.execute(
                """
                CREATE TEMP TABLE many AS
                SELECT ('0197' || lpad(to_hex(n), 28, '0'))::uuid AS id, e.id AS enterprise,
                  timestamptz '2025-01-01 00:00Z' + n * interval '1 minute' AS at, n
                FROM generate_series(1, %1$d) n,
                LATERAL (SELECT ('0196' || lpad(to_hex(n %% %2$d), 28, '0'))::uuid AS id) e;
                INSERT INTO information_request (id, written_by, audience, enterprise_id, number, priority, tlp, state,
                  sequence, version, item_count, created_at, listed_at, issued_at, answers, anchor, rule,
                  calendar_version, due_at, provisional, extension, objected)
                SELECT id, 'TAX', ARRAY['TAX', enterprise::text, 'DEPARTMENT'], enterprise, 'LIST-' || n,
                  CASE WHEN n %% 10 = 0 THEN 'URGENT' ELSE 'ROUTINE' END, 'AMBER',
                  CASE WHEN n %% 100 = 0 THEN 'CLOSED' ELSE 'ISSUED' END, 2, 1, 1, at, at, at, 0, at,
                  'REQUEST_ROUTINE 10 WORKING_DAYS', 'CALENDARS/1',
                  CASE WHEN n %% 50 = 1 THEN at ELSE timestamptz '2099-01-01 00:00Z' END, false, 'NONE', false
                FROM many ON CONFLICT DO NOTHING;
                INSERT INTO information_request_reader (aggregate_id, owner, party, at)
                SELECT id, 'TAX', party, at FROM many, unnest(ARRAY['TAX', enterprise::text]) party
                ON CONFLICT DO NOTHING;
                ANALYZE information_request; ANALYZE information_request_reader"""
                    .formatted(REQUESTS, ENTERPRISES));
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
      JsonPath page = page(Tokens.enterprise(enterprise(1)), "limit=100", cursor);
      ids.addAll(page.getList("items.id"));
      times.addAll(page.getList("items.visibleSince"));
      cursor = page.getString("next");
    } while (cursor != null);

    assertEquals(REQUESTS / ENTERPRISES, ids.size());
    assertEquals(ids.size(), new HashSet<>(ids).size());
    assertEquals(times.stream().sorted((a, b) -> b.compareTo(a)).toList(), times);
  }

  @Test
  void each_party_sees_its_own_and_the_department_and_the_auditor_all_headers() {
    page(Tokens.enterprise(enterprise(3)), "limit=50", null);
    as(Tokens.enterprise(enterprise(3)))
        .get("/api/v1/information-requests?limit=50")
        .then()
        .statusCode(200)
        .body("items.enterpriseId", everyItem(equalTo(enterprise(3).toString())));
    as(Tokens.agency("BORDER_GUARD"))
        .get("/api/v1/information-requests")
        .then()
        .statusCode(200)
        .body("items.size()", equalTo(0));
    Requests sides = Requests.issued();
    for (String all : List.of(Tokens.department(), Tokens.auditor())) {
      as(all)
          .get("/api/v1/information-requests?limit=100")
          .then()
          .statusCode(200)
          .body("items.id", hasItem(sides.id))
          .body("items[0].number", notNullValue())
          .body("items[0].subject", nullValue())
          .body("next", notNullValue());
    }
  }

  @Test
  void filters_narrow_and_the_cursor_is_bound_to_them_and_to_the_caller() {
    String tax = Tokens.agency("TAX");
    String next = page(tax, "state=CLOSED&priority=URGENT&limit=10", null).getString("next");
    page(tax, "state=CLOSED&priority=URGENT&limit=10", next);
    as(tax)
        .get("/api/v1/information-requests?state=CLOSED&limit=10&cursor=" + next)
        .then()
        .statusCode(400);
    as(Tokens.department())
        .get("/api/v1/information-requests?state=CLOSED&priority=URGENT&cursor=" + next)
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("query:cursor"));
    as(tax)
        .get("/api/v1/information-requests?overdue=true&limit=100")
        .then()
        .statusCode(200)
        .body("items.size()", greaterThan(10))
        .body("items.flags", everyItem(hasItem("OVERDUE")));
    as(tax)
        .get("/api/v1/information-requests?overdue=false&limit=100")
        .then()
        .statusCode(200)
        .body("items.flags", everyItem(not(hasItem("OVERDUE"))));
    as(tax).get("/api/v1/information-requests?state=LOST").then().statusCode(400);
  }

  @Test
  void a_list_that_the_enterprise_takes_delivers_what_is_in_it() {
    Requests sides = Requests.issued();
    sides.get(Requests.police()).body("deliveredAt", nullValue());

    as(sides.enterpriseToken)
        .get("/api/v1/information-requests")
        .then()
        .statusCode(200)
        .body("items.id", equalTo(List.of(sides.id)));

    sides
        .get(Requests.police())
        .header("ETag", "\"2\"")
        .body("deliveredAt", notNullValue())
        .body("openedAt", nullValue());
  }

  @Test
  void a_page_of_a_hundred_asks_the_database_no_more_often_than_a_page_of_one() {
    Statistics statistics = sessions.unwrap(SessionFactory.class).getStatistics();
    page(Tokens.agency("TAX"), "limit=1", null);
    // What runs every second asks as well, and the more often the longer the page takes.
    scheduler.pause();
    statistics.setStatisticsEnabled(true);
    try {
      statistics.clear();
      page(Tokens.agency("TAX"), "limit=100&overdue=false", null);
      // What ran already may still ask, a few times.
      assertTrue(statistics.getPrepareStatementCount() < 20, statistics.toString());
    } finally {
      statistics.setStatisticsEnabled(false);
      scheduler.resume();
    }
  }

  @Test
  void every_page_is_read_from_an_index_under_the_runtime_role() throws SQLException {
    Position deep =
        new Position(
            Instant.parse("2025-01-03T00:00:00Z"),
            UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff"));
    for (Position after : new Position[] {null, deep}) {
      for (String party : List.of("TAX", enterprise(2).toString())) {
        String plan = explain(party, false, new RequestFilter(), after);
        assertTrue(plan.contains("information_request_reader_party_at_idx"), plan);
        assertFalse(plan.contains("Seq Scan on information_request"), plan);
        // Of a party with many requests one page is read, not all to be sorted.
        assertTrue(party.startsWith("0196") || plan.contains("Scan Backward"), plan);
        // The page's rows are asked one by one: a policy that hashed the party's reader rows would
        // read all of them. (Hashed are the objections, which only the Department has.)
        assertFalse(plan.contains("Heap Scan on information_request_reader r_"), plan);
      }
      for (String party : List.of("DEPARTMENT", "AUDITOR")) {
        String plan = explain(party, true, new RequestFilter(), after);
        assertTrue(plan.contains("information_request_listed_idx"), plan);
        assertTrue(plan.contains("Scan Backward"), plan);
        assertFalse(plan.contains("Seq Scan on information_request"), plan);
      }
    }
  }

  @Test
  void a_rare_state_is_found_by_its_own_index() throws SQLException {
    RequestFilter filter = new RequestFilter();
    filter.state = RequestState.OBJECTED;

    assertTrue(explain("DEPARTMENT", true, filter, null).contains("information_request_state_idx"));
    assertTrue(explain("TAX", false, filter, null).contains("information_request_state_idx"));
  }

  private static String explain(String party, boolean headers, RequestFilter filter, Position after)
      throws SQLException {
    String sql =
        RequestReadRepository.listSql(headers, filter, after)
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

  private static JsonPath page(String token, String query, String cursor) {
    return as(token)
        .get("/api/v1/information-requests?" + query + (cursor == null ? "" : "&cursor=" + cursor))
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private static UUID enterprise(int n) {
    return UUID.fromString("01960000-0000-0000-0000-" + "%012x".formatted(n));
  }
}
