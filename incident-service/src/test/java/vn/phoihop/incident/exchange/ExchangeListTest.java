package vn.phoihop.incident.exchange;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.phoihop.incident.Api.as;
import static vn.phoihop.incident.exchange.Exchanges.publish;
import static vn.phoihop.incident.exchange.Exchanges.to;
import static vn.phoihop.incident.exchange.Exchanges.with;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.phoihop.incident.Api;
import vn.phoihop.incident.enterprise.Enterprises;
import vn.phoihop.platform.http.Position;
import vn.phoihop.platform.test.Database;
import vn.phoihop.platform.test.Tokens;

@QuarkusTest
class ExchangeListTest {

  private UUID enterprise;
  private UUID peer;

  @BeforeEach
  void two_who_warn_each_other() {
    Api.awaitReady();
    enterprise = Enterprises.active("AGENT");
    peer = Enterprises.active("AGENT");
  }

  @Test
  void own_ones_received_ones_and_both_are_paged_latest_first() {
    List<String> own = new ArrayList<>();
    List<String> received = new ArrayList<>();
    List<String> both = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      own.add(publish(Tokens.enterprise(enterprise), to("AMBER", peer)));
      received.add(publish(Tokens.enterprise(peer), to("AMBER", enterprise)));
      both.add(own.get(i));
      both.add(received.get(i));
    }
    own.add(publish(Tokens.enterprise(enterprise), with(to("AMBER", peer), "draft", true)));
    both.add(own.get(3));

    assertEquals(latestFirst(own), pages("?box=OWN"));
    assertEquals(latestFirst(received), pages("?box=RECEIVED"));
    assertEquals(latestFirst(both), pages(""));
    assertEquals(List.of(own.get(3)), pages("?state=DRAFT"));
    as(Tokens.enterprise(enterprise))
        .get("/api/v1/exchanges?state=DRAFT")
        .then()
        .body("items[0].title", equalTo(Exchanges.SECRET_TITLE));
    as(Tokens.enterprise(enterprise)).get("/api/v1/exchanges?box=ALL").then().statusCode(400);
  }

  @Test
  void each_list_goes_down_an_index_of_the_reader_rows_under_the_runtime_role()
      throws SQLException {
    many();
    for (ExchangeFilter.Box box : List.of(ExchangeFilter.Box.OWN, ExchangeFilter.Box.RECEIVED)) {
      ExchangeFilter filter = new ExchangeFilter();
      filter.box = box;
      for (Position after :
          new Position[] {
            null, new Position(Instant.parse("2025-01-05T00:00:00Z"), UUID.randomUUID())
          }) {
        String plan = plan(ExchangeReadRepository.listSql(filter, after), after);
        assertTrue(plan.contains("exchange_" + box.name().toLowerCase(Locale.ROOT) + "_idx"), plan);
        assertFalse(plan.contains("Seq Scan on exchange"), plan);
        // A policy that hashes the party's reader rows would read all of them for one page.
        assertFalse(plan.contains("hashed"), plan);
      }
    }
  }

  /** A party that sent thousands and received thousands. */
  private void many() throws SQLException {
    Database.asSuperuser(
        connection ->
            connection
                .createStatement()
                .execute(
                    """
                    CREATE TEMP TABLE many AS
                    SELECT gen_random_uuid() AS id, timestamptz '2025-01-01 00:00Z' + n * interval '1 minute' AS at,
                      CASE WHEN n %% 2 = 0 THEN '%1$s' ELSE '%2$s' END AS owner,
                      CASE WHEN n %% 2 = 0 THEN '%2$s' ELSE '%1$s' END AS peer
                    FROM generate_series(1, 8000) n;
                    INSERT INTO exchange (id, written_by, audience, enterprise_id, created_at, state, version, sequence,
                      tlp, recipients, sectors, indicator_count, recipient_count, published_at, released_at)
                    SELECT id, owner, ARRAY[owner, peer], owner::uuid, at, 'PUBLISHED', 1, 1, 'AMBER', ARRAY[peer], '{}', 0, 1,
                      at, at FROM many;
                    INSERT INTO exchange_version SELECT id, 1, owner, at, '{"title": "x"}', '[]' FROM many;
                    INSERT INTO exchange_reader SELECT id, owner, party, at FROM many, unnest(ARRAY[owner, peer]) party;
                    INSERT INTO exchange_receipt (id, exchange_id, version, written_by, party, state, delivered_at)
                    SELECT gen_random_uuid(), id, 1, owner, peer, 'READ', at FROM many;
                    ANALYZE exchange; ANALYZE exchange_reader; ANALYZE exchange_version; ANALYZE exchange_receipt"""
                        .formatted(enterprise, peer)));
  }

  private String plan(String sql, Position after) throws SQLException {
    String bound =
        sql.replace(":party", "'" + enterprise + "'")
            .replace(":machine", "true")
            .replace(":limit", "51");
    String placed =
        after == null
            ? bound
            : bound
                .replace(":at", "timestamptz '" + after.at() + "'")
                .replace(":id", "uuid '" + after.id() + "'");
    return Database.as(
        enterprise.toString(),
        connection -> {
          StringBuilder plan = new StringBuilder();
          try (ResultSet rows =
              connection.createStatement().executeQuery("EXPLAIN (COSTS OFF) " + placed)) {
            while (rows.next()) {
              plan.append(rows.getString(1)).append('\n');
            }
          }
          return plan.toString();
        });
  }

  private List<String> pages(String filter) {
    List<String> seen = new ArrayList<>();
    String next = null;
    do {
      JsonPath page =
          as(Tokens.enterprise(enterprise))
              .queryParam("limit", 2)
              .queryParams(next == null ? Map.of() : Map.of("cursor", next))
              .get("/api/v1/exchanges" + filter)
              .then()
              .statusCode(200)
              .extract()
              .jsonPath();
      seen.addAll(page.getList("items.id"));
      next = page.getString("next");
    } while (next != null);
    return seen;
  }

  private static List<String> latestFirst(List<String> ids) {
    List<String> reversed = new ArrayList<>(ids);
    Collections.reverse(reversed);
    return reversed;
  }
}
