package vn.phoihop.reporting.consolidation;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.phoihop.reporting.Api.as;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.phoihop.platform.test.Database;
import vn.phoihop.platform.test.EventContract;
import vn.phoihop.platform.test.Events;
import vn.phoihop.platform.test.PagedLists;
import vn.phoihop.platform.test.Tokens;
import vn.phoihop.reporting.Api;
import vn.phoihop.reporting.figure.Figure;
import vn.phoihop.reporting.figure.Totals;

@QuarkusTest
class ConsolidatedReportTest {

  private static final String PATH = "/api/v1/consolidated-reports";
  private static final Figure SIMBOX = new Figure("TEL_BYPASS_SIMBOX", 3, 2, 1, 1, 100, 10);
  private static final Figure MORE = new Figure("TEL_BYPASS_SIMBOX", 30, 20, 10, 10, 1000, 100);
  private static final Figure CONTRABAND = new Figure("POST_CONTRABAND", 5, 5, 5, 5, 5, 5);
  private static final Totals ONES = Totals.of(count -> 1);

  private String period;

  @BeforeEach
  void aPeriod() {
    Api.awaitReady();
    period = Accepted.period();
  }

  @Test
  void the_main_flow_ends_acknowledged_and_every_step_is_told_and_in_the_history()
      throws SQLException {
    UUID in = Accepted.enterprise("Công ty Viễn thông Thăng Long");
    UUID silent = Accepted.enterprise("Công ty Bưu chính Hoàn Kiếm");
    UUID waiting = Accepted.enterprise("Công ty Chuyển phát Ba Đình");
    UUID source = Accepted.accepted(in, period, 2, ONES, CONTRABAND, SIMBOX);
    Accepted.owes(silent, period);
    Accepted.submitted(waiting, period);

    String id = start();
    move(id, "freeze", "{}")
        .statusCode(200)
        .header("ETag", "\"2\"")
        .body("state", equalTo("FROZEN"))
        .body("snapshot", matchesPattern("[0-9a-f]{64}"))
        .body("included", equalTo(1))
        .body("figures.violationType", contains("POST_CONTRABAND", "TEL_BYPASS_SIMBOX"))
        .body("figures[1].detected", equalTo(3))
        .body("totals.measures", equalTo(1))
        .body("missing.enterpriseId", contains(silent.toString(), waiting.toString()))
        .body("missing.why", contains("MISSING", "NOT_ACCEPTED"))
        .body("missing[0].name", equalTo("Công ty Bưu chính Hoàn Kiếm"));
    move(id, "sign", Examples.SIGN)
        .statusCode(200)
        .body("state", equalTo("SIGNED"))
        .body("signature.number", equalTo("356/BC-SKHCN"))
        .body("signature.signer.name", equalTo("Nguyễn Thị Hường"));
    move(id, "send", to("MINISTRY")).statusCode(200).body("state", equalTo("SENT"));
    move(id, "send", to("CITY_PC"))
        .statusCode(200)
        .body("state", equalTo("SENT"))
        .body("dispatches.recipient", contains("MINISTRY", "CITY_PC"));
    move(id, "acknowledge", to("CITY_PC")).statusCode(200).body("state", equalTo("SENT"));
    move(id, "acknowledge", to("MINISTRY"))
        .statusCode(200)
        .body("state", equalTo("ACKNOWLEDGED"))
        .body("dispatches.acknowledgedAt", everyItem(startsWith("20")))
        .body("figures[1].detected", equalTo(3));

    as(Tokens.department())
        .get(PATH + "/{id}/history", id)
        .then()
        .statusCode(200)
        .body(
            "items.verb",
            contains("start", "freeze", "sign", "send", "send", "acknowledge", "acknowledge"))
        .body("items.recipient[3]", equalTo("MINISTRY"))
        .body("items.sequence", contains(1, 2, 3, 4, 5, 6, 7));
    as(Tokens.department())
        .get(PATH + "/{id}/lineage?violationType=TEL_BYPASS_SIMBOX", id)
        .then()
        .statusCode(200)
        .body("items.reportId", contains(source.toString()))
        .body("items[0].version", equalTo(2))
        .body("items[0].figures", hasSize(1))
        .body("items[0].figures[0].damageVnd", equalTo(100));
    Events.await("phoihop.reporting", e -> e.key().equals(id) && e.data().contains("CITY_PC"));
    List<Events.Seen> told =
        Events.all("phoihop.reporting").stream().filter(e -> e.key().equals(id)).toList();
    assertEquals(
        List.of(
            "consolidated_report.frozen", "consolidated_report.sent", "consolidated_report.sent"),
        told.stream().map(Events.Seen::type).toList());
    told.forEach(event -> EventContract.assertValid(event.type(), event.data()));
    assertEquals(2, JsonPath.from(told.get(0).data()).getInt("missing"));
    assertEquals(
        List.of(
            "consolidated_report.started",
            "consolidated_report.frozen",
            "consolidated_report.signed",
            "consolidated_report.sent",
            "consolidated_report.sent",
            "consolidated_report.acknowledged",
            "consolidated_report.acknowledged"),
        Database.column(
            "SELECT action FROM audit WHERE object_id = ? ORDER BY object_sequence",
            UUID.fromString(id)));
  }

  @Test
  void its_history_and_its_lineage_are_paged() throws SQLException {
    PagedLists lists = new PagedLists();
    for (String name : List.of("A", "B", "C")) {
      Accepted.accepted(Accepted.enterprise(name), period, 1, ONES, SIMBOX);
    }
    for (String id : List.of(frozen(), frozen())) {
      move(id, "sign", Examples.SIGN).statusCode(200);
      Api.execute("UPDATE consolidated_history SET at = now() WHERE report_id = '" + id + "'");
      lists
          .and(() -> as(Tokens.department()), PATH + "/" + id + "/history")
          .and(() -> as(Tokens.auditor()), PATH + "/" + id + "/history")
          .and(() -> as(Tokens.department()), PATH + "/" + id + "/lineage")
          .and(
              () -> as(Tokens.department()),
              PATH + "/" + id + "/lineage?violationType=TEL_BYPASS_SIMBOX");
    }
    lists.check();
  }

  @Test
  void what_is_frozen_is_the_same_for_ever() throws SQLException {
    UUID enterprise = Accepted.enterprise("A");
    UUID source = Accepted.accepted(enterprise, period, 1, ONES, SIMBOX);
    String first = start();
    String frozen = move(first, "freeze", "{}").statusCode(200).extract().asString();

    Accepted.again(source, 2, ONES, MORE);
    Accepted.accepted(Accepted.enterprise("B"), period, 1, ONES, CONTRABAND);

    assertEquals(frozen, as(Tokens.department()).get(PATH + "/{id}", first).asString());
    as(Tokens.department())
        .get(PATH + "/{id}/lineage", first)
        .then()
        .body("items.version", contains(1));
    move(first, "freeze", "{}")
        .statusCode(409)
        .body("state", equalTo("FROZEN"))
        .body("allowed", contains("sign"));
    String second = start();
    move(second, "freeze", "{}")
        .body("number", equalTo(2))
        .body("included", equalTo(2))
        .body("figures.violationType", contains("POST_CONTRABAND", "TEL_BYPASS_SIMBOX"))
        .body("figures[1].detected", equalTo(30))
        .body("snapshot", not(equalTo(JsonPath.from(frozen).getString("snapshot"))));
  }

  @Test
  void the_same_accepted_versions_give_the_same_snapshot_and_figures() throws SQLException {
    for (String name : List.of("A", "B", "C")) {
      Accepted.accepted(Accepted.enterprise(name), period, 1, ONES, SIMBOX, CONTRABAND);
    }
    JsonPath one = move(start(), "freeze", "{}").extract().jsonPath();
    JsonPath two = move(start(), "freeze", "{}").extract().jsonPath();

    assertEquals(one.getString("snapshot"), two.getString("snapshot"));
    assertEquals(one.getList("figures"), two.getList("figures"));
    assertEquals(1, one.getInt("number"));
    assertEquals(2, two.getInt("number"));
  }

  @Test
  void only_signing_supersedes_and_only_a_later_one() {
    String first = frozen();
    String second = frozen();
    String third = frozen();
    move(first, "sign", Examples.SIGN).statusCode(200);
    move(first, "send", to("MINISTRY")).statusCode(200);
    assertEquals("SENT", state(first), "freezing others changed nothing");

    move(third, "sign", Examples.SIGN).statusCode(200);
    assertEquals("SUPERSEDED", state(first));
    move(first, "send", to("CITY_PC"))
        .statusCode(409)
        .body("state", equalTo("SUPERSEDED"))
        .body("allowed", empty());
    move(second, "sign", Examples.SIGN)
        .statusCode(409)
        .body("type", equalTo("urn:phoihop:problem:later-report-signed"));
    assertEquals("FROZEN", state(second));
    as(Tokens.department())
        .get(PATH + "/{id}/history", first)
        .then()
        .body("items.verb", hasItem("supersede"));
  }

  @Test
  void of_two_who_sign_at_once_one_report_stays_in_force() throws Exception {
    List<String> ids = List.of(frozen(), frozen(), frozen(), frozen());
    ExecutorService threads = Executors.newFixedThreadPool(ids.size());
    try {
      List<Callable<Integer>> calls = new ArrayList<>();
      ids.forEach(id -> calls.add(() -> move(id, "sign", Examples.SIGN).extract().statusCode()));
      for (Future<Integer> call : threads.invokeAll(calls)) {
        assertTrue(List.of(200, 409).contains(call.get()), "status " + call.get());
      }
    } finally {
      threads.shutdown();
    }
    assertEquals(1, ids.stream().filter(id -> state(id).equals("SIGNED")).count());
    assertEquals("SIGNED", state(ids.get(ids.size() - 1)), "the latest one supersedes all");
  }

  @Test
  void numbers_within_a_period_are_given_once() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Callable<Integer>> calls = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        calls.add(
            () ->
                post("{\"period\": \"" + period + "\"}").statusCode(201).extract().path("number"));
      }
      List<Integer> numbers = new ArrayList<>();
      for (Future<Integer> call : threads.invokeAll(calls)) {
        numbers.add(call.get());
      }
      assertEquals(List.of(1, 2, 3, 4, 5, 6, 7, 8), numbers.stream().sorted().toList());
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void each_recipient_is_sent_it_once_and_acknowledges_it_once() {
    String id = frozen();
    move(id, "send", to("MINISTRY")).statusCode(409).body("allowed", contains("sign"));
    move(id, "sign", Examples.SIGN).statusCode(200);
    move(id, "acknowledge", to("MINISTRY"))
        .statusCode(409)
        .body("allowed", contains("send", "supersede"));
    move(id, "send", to("MINISTRY")).statusCode(200);
    move(id, "send", to("MINISTRY"))
        .statusCode(409)
        .body("type", equalTo("urn:phoihop:problem:already-sent"));
    move(id, "acknowledge", to("CITY_PC"))
        .statusCode(409)
        .body("type", equalTo("urn:phoihop:problem:nothing-to-acknowledge"));
    move(id, "acknowledge", to("MINISTRY")).body("state", equalTo("ACKNOWLEDGED"));
    move(id, "send", to("CITY_PC")).body("state", equalTo("SENT"));
    move(id, "acknowledge", to("MINISTRY"))
        .statusCode(409)
        .body("type", equalTo("urn:phoihop:problem:nothing-to-acknowledge"));
    move(id, "acknowledge", to("CITY_PC")).body("state", equalTo("ACKNOWLEDGED"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"2026-H3", "1999-H9", "2026-H0", "garbage", "2026h1x", "2099-H1", "٢٠٢٦-H1"})
  void a_period_that_does_not_exist_or_has_not_begun_is_refused(String period) {
    post("{\"period\": \"" + period + "\"}")
        .statusCode(400)
        .body("errors.pointer", contains("/period"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"period\": null}", "{\"period\": 2026}", "{\"period\": \"\"}"})
  void a_period_must_be_there(String body) {
    post(body).statusCode(400).body("errors.pointer", contains("/period"));
  }

  @Test
  void a_signature_lacks_nothing_and_is_not_of_tomorrow() {
    String id = frozen();
    move(id, "sign", "{}")
        .statusCode(400)
        .body("errors.pointer", contains("/date", "/number", "/signer"));
    move(id, "sign", Examples.SIGN.replace("2026-07-16", "2999-01-01"))
        .statusCode(400)
        .body("errors.pointer", contains("/date"))
        .body("errors.code", contains("FUTURE_DATE"));
    move(id, "sign", Examples.SIGN.replace("\"Nguyễn Thị Hường\"", "\"\""))
        .statusCode(400)
        .body("errors.pointer", contains("/signer/name"));
    move(id, "send", "{\"recipient\": \"POLICE\"}")
        .statusCode(400)
        .body("errors.pointer", contains("/recipient"));
    assertEquals("FROZEN", state(id));
  }

  @Test
  void the_departments_words_are_written_while_it_collects() {
    String id = start();
    sections(id, "\"1\"", Examples.SECTIONS)
        .statusCode(200)
        .header("ETag", "\"2\"")
        .body("sections.code", contains("SITUATION", "PROPOSALS"));
    sections(id, "\"1\"", Examples.SECTIONS).statusCode(412);
    sections(id, null, Examples.SECTIONS).statusCode(428);
    sections(id, "*", "{\"sections\": [{\"code\": \"NONE\", \"text\": \"x\"}]}")
        .statusCode(400)
        .body("errors.pointer", contains("/sections/0/code"))
        .body("errors.code", contains("UNKNOWN_CODE"));
    sections(
            id,
            "*",
            "{\"sections\": [{\"code\": \"SITUATION\", \"text\": \"x\"}, {\"code\": \"SITUATION\", \"text\": \"y\"}]}")
        .statusCode(400)
        .body("errors.pointer", contains("/sections/1/code"));
    move(id, "freeze", "{}").body("sections.code", contains("SITUATION", "PROPOSALS"));
    sections(id, "*", Examples.SECTIONS).statusCode(409).body("allowed", contains("sign"));
  }

  @Test
  void a_stale_if_match_moves_nothing_and_a_repeated_key_moves_once() {
    String id = start();
    as(Tokens.department())
        .header("If-Match", "\"9\"")
        .post(PATH + "/{id}/freeze", id)
        .then()
        .statusCode(412);
    String key = UUID.randomUUID().toString();
    for (int i = 0; i < 2; i++) {
      as(Tokens.department())
          .header("Idempotency-Key", key)
          .header("If-Match", "\"1\"")
          .post(PATH + "/{id}/freeze", id)
          .then()
          .statusCode(200)
          .body("sequence", equalTo(2));
    }
    as(Tokens.department())
        .header("If-None-Match", "\"2\"")
        .get(PATH + "/{id}", id)
        .then()
        .statusCode(304);
  }

  @Test
  void an_auditor_reads_heads_and_states_alone() throws SQLException {
    Accepted.accepted(Accepted.enterprise("A"), period, 1, ONES, SIMBOX);
    String id = frozen();
    move(id, "sign", Examples.SIGN).statusCode(200);

    as(Tokens.auditor())
        .get(PATH + "/{id}", id)
        .then()
        .statusCode(200)
        .body("state", equalTo("SIGNED"))
        .body("included", equalTo(1))
        .body("figures", nullValue())
        .body("missing", nullValue())
        .body("sections", nullValue())
        .body("signature", nullValue());
    as(Tokens.auditor()).get(PATH + "/{id}/history", id).then().body("items", hasSize(3));
    as(Tokens.auditor()).get(PATH + "/{id}/lineage", id).then().statusCode(403);
    for (String table :
        List.of("consolidated_source", "consolidated_content", "consolidated_signature")) {
      assertEquals(0, seenBy("AUDITOR", table, id), table);
      assertEquals(0, seenBy("POLICE", table, id), table);
      assertEquals(1, seenBy("DEPARTMENT", table, id), table);
    }
    assertEquals(0, seenBy(UUID.randomUUID().toString(), "consolidated_history", id));
  }

  @Test
  void lists_are_narrowed_and_paged() {
    String first = frozen();
    String second = start();
    as(Tokens.department())
        .get(PATH + "?period=" + period)
        .then()
        .body("items.id", contains(second, first))
        .body("next", nullValue());
    as(Tokens.department())
        .get(PATH + "?state=FROZEN&period=" + period)
        .then()
        .body("items.id", contains(first))
        .body("items[0].included", equalTo(0));
    String next =
        as(Tokens.department())
            .get(PATH + "?limit=1&period=" + period)
            .then()
            .extract()
            .path("next");
    as(Tokens.department())
        .get(PATH + "?limit=1&period=" + period + "&cursor=" + next)
        .then()
        .body("items.id", contains(first));
    as(Tokens.department())
        .get(PATH + "?state=NONE")
        .then()
        .statusCode(400)
        .body("errors.pointer", contains("query:state"));
  }

  @Test
  void lineage_is_paged_and_sums_up_to_the_figure() throws SQLException {
    for (int i = 0; i < 3; i++) {
      Accepted.accepted(Accepted.enterprise("E" + i), period, 1, ONES, SIMBOX);
    }
    Accepted.accepted(Accepted.enterprise("other"), period, 1, ONES, CONTRABAND);
    String id = start();
    as(Tokens.department()).get(PATH + "/{id}/lineage", id).then().statusCode(409);
    int figure =
        move(id, "freeze", "{}")
            .extract()
            .path("figures.find {it.violationType == 'TEL_BYPASS_SIMBOX'}.detected");

    int sum = 0;
    String cursor = "";
    do {
      JsonPath page =
          as(Tokens.department())
              .get(PATH + "/{id}/lineage?limit=2&violationType=TEL_BYPASS_SIMBOX" + cursor, id)
              .jsonPath();
      sum +=
          page.getList("items.figures.flatten().detected", Integer.class).stream()
              .mapToInt(i -> i)
              .sum();
      cursor = page.getString("next") == null ? null : "&cursor=" + page.getString("next");
    } while (cursor != null);
    assertEquals(figure, sum);
    as(Tokens.department()).get(PATH + "/{id}/lineage", id).then().body("items", hasSize(4));
  }

  private String start() {
    return post("{\"period\": \"" + period + "\"}")
        .statusCode(201)
        .header("Location", matchesPattern(".*" + PATH + "/[0-9a-f-]{36}"))
        .body("state", equalTo("COLLECTING"))
        .extract()
        .path("id");
  }

  private String frozen() {
    String id = start();
    move(id, "freeze", "{}").statusCode(200);
    return id;
  }

  private static String state(String id) {
    return as(Tokens.department()).get(PATH + "/{id}", id).path("state");
  }

  private static String to(String recipient) {
    return "{\"recipient\": \"" + recipient + "\"}";
  }

  private static ValidatableResponse post(String body) {
    return as(Tokens.department()).body(body).post(PATH).then();
  }

  private static ValidatableResponse move(String id, String verb, String body) {
    return as(Tokens.department()).body(body).post(PATH + "/{id}/" + verb, id).then();
  }

  private static ValidatableResponse sections(String id, String ifMatch, String body) {
    var request = as(Tokens.department()).body(body);
    if (ifMatch != null) {
      request.header("If-Match", ifMatch);
    }
    return request.put(PATH + "/{id}/sections", id).then();
  }

  private static long seenBy(String party, String table, String id) throws SQLException {
    return Database.as(
        party,
        connection -> {
          try (var query =
              connection.prepareStatement(
                  "SELECT count(*) FROM " + table + " WHERE report_id = ?")) {
            query.setObject(1, UUID.fromString(id));
            var row = query.executeQuery();
            row.next();
            return row.getLong(1);
          }
        });
  }
}
