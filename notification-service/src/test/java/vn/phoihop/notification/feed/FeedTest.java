package vn.phoihop.notification.feed;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.phoihop.notification.IncidentEvents;
import vn.phoihop.notification.Receiver;
import vn.phoihop.notification.Subscriber;
import vn.phoihop.platform.test.Database;
import vn.phoihop.platform.test.Events;
import vn.phoihop.platform.test.Tokens;

@QuarkusTest
class FeedTest {

  private static final String TYPE = "incident.received";

  @Test
  void who_has_no_subscription_reads_what_others_get_by_webhook_to_the_byte() throws Exception {
    String silent = Subscriber.newParty();
    try (Receiver receiver = Receiver.ok()) {
      Subscriber loud = Subscriber.to(receiver.url(), TYPE);
      UUID event = IncidentEvents.publish(TYPE, silent, loud.party());
      loud.delivery(event, "DELIVERED");
      String webhook = receiver.calls(event).get(0).text();
      for (String party : List.of(silent, loud.party())) {
        FeedRows.awaitEvents(1, party);
        String answer = request(party, Map.of()).asString();
        assertTrue(answer.contains("\"body\":" + webhook + "}"), answer);
        JsonPath page = page(party, Map.of());
        assertEquals(List.of(event.toString()), page.getList("items.id"));
        assertEquals(List.of(TYPE), page.getList("items.type"));
        assertEquals(List.of(1), page.getList("items.seq"));
        assertTrue(page.getBoolean("done"));
      }
    }
  }

  @Test
  void a_party_reads_its_own_entries_alone() throws Exception {
    String party = Subscriber.newParty();
    String other = Subscriber.newParty();
    UUID event = IncidentEvents.publish(TYPE, party);
    FeedRows.awaitEvents(1, party);

    assertEquals(List.of(), page(other, Map.of()).getList("items"));
    assertEquals(2, visible(party, event));
    assertEquals(0, visible(other, event));
    assertEquals(0, visible("OPERATOR", event));
    assertEquals(0, visible("AUDITOR", event));
    for (String token : List.of(Tokens.operator(), Tokens.auditor())) {
      Subscriber.as(token).get("/api/v1/feed").then().statusCode(403);
    }
  }

  /** An entry and its body; no arrival, and no notification as such. */
  private static long visible(String party, UUID event) throws SQLException {
    return Database.as(
        party,
        connection -> {
          try (ResultSet rows =
              connection
                  .createStatement()
                  .executeQuery(
                      "SELECT count(feed_body('%s')) + (SELECT count(*) FROM feed_entry)"
                              .formatted(event)
                          + " + (SELECT count(*) FROM feed_arrival)"
                          + " + (SELECT count(*) FROM notification)")) {
            rows.next();
            return rows.getLong(1);
          }
        });
  }

  @Test
  void pages_go_on_from_next_and_polling_does_too() throws Exception {
    String party = Subscriber.newParty();
    List<String> told = new ArrayList<>();
    for (int i = 1; i <= 5; i++) {
      told.add(IncidentEvents.publish(TYPE, party).toString());
      FeedRows.awaitEvents(i, party);
    }
    List<String> seen = new ArrayList<>();
    List<Boolean> done = new ArrayList<>();
    String cursor = null;
    do {
      JsonPath page = page(party, parameters("limit", "2", "cursor", cursor));
      seen.addAll(page.getList("items.id"));
      done.add(page.getBoolean("done"));
      cursor = page.getString("next");
    } while (!done.get(done.size() - 1));
    assertEquals(told, seen);
    assertEquals(List.of(false, false, true), done);

    JsonPath nothing = page(party, parameters("cursor", cursor));
    assertEquals(List.of(), nothing.getList("items"));
    assertEquals(cursor, nothing.getString("next"));
    String later = IncidentEvents.publish(TYPE, party).toString();
    FeedRows.awaitEvents(6, party);
    assertEquals(List.of(later), page(party, parameters("cursor", cursor)).getList("items.id"));
  }

  @Test
  void the_events_of_one_object_come_in_their_order() {
    String party = Subscriber.newParty();
    UUID incident = UUID.randomUUID();
    List<String> told = new ArrayList<>();
    for (String type : List.of(TYPE, "incident.triaged", "incident.referred", "incident.closed")) {
      told.add(
          Events.publish(
                  "phoihop.incident",
                  type,
                  incident.toString(),
                  IncidentEvents.json(type, incident, party))
              .toString());
    }
    FeedRows.awaitEvents(4, party);
    assertEquals(told, page(party, Map.of()).getList("items.id"));
  }

  @Test
  void an_event_that_comes_again_is_told_once() throws Exception {
    String party = Subscriber.newParty();
    UUID incident = UUID.randomUUID();
    UUID event = UUID.randomUUID();
    String json = IncidentEvents.json(TYPE, incident, party);
    Events.send("phoihop.incident", TYPE, incident.toString(), json, event);
    Events.send("phoihop.incident", TYPE, incident.toString(), json, event);
    UUID last =
        Events.publish(
            "phoihop.incident",
            "incident.closed",
            incident.toString(),
            IncidentEvents.json("incident.closed", incident, party));
    FeedRows.awaitEvents(2, party);
    assertEquals(List.of(event, last), FeedRows.events(party));
  }

  @Test
  void a_filter_finds_the_rare_event_and_looks_through_so_much_a_call() throws SQLException {
    String party = Subscriber.newParty();
    FeedRows.entries(party, TYPE, 1, 2_400, 1);
    FeedRows.entries(party, "exchange.recalled", 2_401, 2_401, 1);
    FeedRows.entries(party, TYPE, 2_402, 2_500, 1);

    List<Integer> counts = new ArrayList<>();
    List<Integer> found = new ArrayList<>();
    String cursor = null;
    boolean done = false;
    while (!done) {
      JsonPath page =
          page(
              party,
              parameters("eventTypes", "exchange.recalled,exchange.published", "cursor", cursor));
      counts.add(page.getList("items").size());
      found.addAll(page.getList("items.seq"));
      cursor = page.getString("next");
      done = page.getBoolean("done");
    }
    assertEquals(List.of(0, 0, 1), counts);
    assertEquals(List.of(2_401), found);

    FeedRows.entries(party, "exchange.published", 2_501, 2_501, 1);
    assertEquals(
        List.of(2_501),
        page(
                party,
                parameters("eventTypes", "exchange.published,exchange.recalled", "cursor", cursor))
            .getList("items.seq"));
  }

  @Test
  void since_begins_with_what_came_then() throws SQLException {
    String party = Subscriber.newParty();
    FeedRows.entries(party, TYPE, 1, 10, 1);

    JsonPath page = page(party, parameters("since", "2026-01-01T07:00:08+07:00", "limit", "2"));
    assertEquals(List.of(8, 9), page.getList("items.seq"));
    assertEquals(
        List.of(10),
        page(party, parameters("cursor", page.getString("next"))).getList("items.seq"));
    JsonPath future = page(party, parameters("since", "2126-01-01T00:00:00Z"));
    assertEquals(List.of(), future.getList("items"));
    FeedRows.entries(party, TYPE, 11, 11, 1);
    assertEquals(
        List.of(11),
        page(party, parameters("cursor", future.getString("next"))).getList("items.seq"));
  }

  @Test
  void what_is_wrong_is_named() throws SQLException {
    String party = Subscriber.newParty();
    FeedRows.entries(party, TYPE, 1, 3, 1);
    String cursor = page(party, parameters("limit", "1")).getString("next");
    refused(party, parameters("cursor", "garbage"), "query:cursor", "CURSOR");
    refused(party, parameters("cursor", cursor + "A"), "query:cursor", "CURSOR");
    refused(Subscriber.newParty(), parameters("cursor", cursor), "query:cursor", "CURSOR");
    refused(party, parameters("cursor", cursor, "eventTypes", TYPE), "query:cursor", "CURSOR");
    for (String limit : List.of("0", "101", "-1")) {
      refused(party, parameters("limit", limit), "query:limit", "RANGE");
    }
    for (String type : List.of("incident.lost", TYPE + ",", "ping", "delivery.delivered")) {
      refused(party, parameters("eventTypes", type), "query:eventTypes", "UNKNOWN_EVENT_TYPE");
    }
    // Nothing is what a client has that lost its cursor: it must not be led through all again.
    refused(party, parameters("cursor", ""), "query:cursor", "CURSOR");
    for (String name : List.of("limit", "since", "eventTypes")) {
      refused(party, parameters(name, ""), "query:" + name, "FORMAT");
    }
    refused(party, parameters("since", "yesterday"), "query:since", "FORMAT");
    refused(party, parameters("since", "1000-01-01T00:00:00Z"), "query:since", "OUT_OF_RANGE");
    refused(
        party,
        parameters("since", "2026-01-01T00:00:00Z", "cursor", cursor),
        "query:since",
        "CURSOR_GIVEN");
  }

  @Test
  void a_cursor_from_before_a_restore_is_refused() throws SQLException {
    String party = Subscriber.newParty();
    FeedRows.entries(party, TYPE, 1, 3, 1);
    String cursor = page(party, Map.of()).getString("next");
    Database.asSuperuser(
        connection ->
            connection
                .createStatement()
                .executeUpdate("DELETE FROM feed_entry WHERE seq > 1 AND party = '" + party + "'"));
    refused(party, parameters("cursor", cursor), "query:cursor", "BEYOND_END");
  }

  @Test
  void a_page_reads_the_page_however_many_entries_there_are() throws SQLException {
    String party = Subscriber.newParty();
    FeedRows.entries(party, TYPE, 1, 50_000, 1);
    Database.asSuperuser(
        connection -> connection.createStatement().execute("ANALYZE feed_entry, notification"));
    String read = bound(FeedRepository.READ, party, "25000", "26000", "NULL::text[]", "50");
    String filtered =
        bound(FeedRepository.READ, party, "25000", "26000", "'{incident.closed}'::text[]", "50");
    String since = bound(FeedRepository.BEFORE, party, "'2026-01-01T06:00:00Z'");
    for (String sql : List.of(read, filtered, since)) {
      String plan = explain(party, sql);
      assertFalse(plan.contains("Seq Scan"), plan);
      assertFalse(plan.contains("hashed"), plan);
    }
    assertTrue(rowsRead(explain(party, read)) <= 60, explain(party, read));
    assertTrue(rowsRead(explain(party, filtered)) <= 1_001, explain(party, filtered));
    assertTrue(rowsRead(explain(party, since)) <= 2, explain(party, since));
  }

  /** The parameters in their order; the party stands before each of its parts. */
  private static String bound(String sql, String party, String... rest) {
    String quoted = "'" + party + "'";
    List<String> values =
        rest.length == 1
            ? List.of(quoted, rest[0], quoted)
            : List.of(quoted, quoted, rest[0], rest[1], rest[2], rest[3]);
    for (String value : values) {
      sql = sql.replaceFirst("\\?", value);
    }
    return sql;
  }

  private static String explain(String party, String sql) throws SQLException {
    return Database.as(
        party,
        connection -> {
          StringBuilder plan = new StringBuilder();
          try (ResultSet rows =
              connection
                  .createStatement()
                  .executeQuery("EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF, SUMMARY OFF) " + sql)) {
            while (rows.next()) {
              plan.append(rows.getString(1)).append('\n');
            }
          }
          return plan.toString();
        });
  }

  /** The most that one scan of entries came to, with what its filter dropped. */
  private static long rowsRead(String plan) {
    long most = 0;
    String[] lines = plan.split("\n");
    for (int i = 0; i < lines.length; i++) {
      if (lines[i].matches(".*(Index|Bitmap).*Scan.* on feed_entry.*")) {
        double rows = number(lines[i], "rows=([0-9.]+)");
        for (int j = i + 1; j < lines.length && !lines[j].contains("->"); j++) {
          rows += number(lines[j], "Rows Removed by Filter: ([0-9]+)");
        }
        most = Math.max(most, (long) rows);
      }
    }
    assertTrue(plan.contains("on feed_entry"), plan);
    return most;
  }

  private static double number(String line, String pattern) {
    var matcher = java.util.regex.Pattern.compile(pattern).matcher(line);
    return matcher.find() ? Double.parseDouble(matcher.group(1)) : 0;
  }

  private static void refused(
      String party, Map<String, String> parameters, String pointer, String code) {
    Subscriber.as(Tokens.machine("agency", party))
        .queryParams(parameters)
        .get("/api/v1/feed")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("errors.pointer", hasItem(pointer))
        .body("errors[0].code", equalTo(code));
  }

  private static Map<String, String> parameters(String... namesAndValues) {
    Map<String, String> parameters = new HashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      if (namesAndValues[i + 1] != null) {
        parameters.put(namesAndValues[i], namesAndValues[i + 1]);
      }
    }
    return parameters;
  }

  static JsonPath page(String party, Map<String, String> parameters) {
    return request(party, parameters).jsonPath();
  }

  private static io.restassured.response.Response request(
      String party, Map<String, String> parameters) {
    return Subscriber.as(Tokens.machine("agency", party))
        .queryParams(parameters)
        .get("/api/v1/feed")
        .then()
        .statusCode(200)
        .extract()
        .response();
  }
}
