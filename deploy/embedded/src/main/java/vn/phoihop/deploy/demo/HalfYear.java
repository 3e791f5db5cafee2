package vn.phoihop.deploy.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import vn.phoihop.deploy.Port;
import vn.phoihop.deploy.Token;

/**
 * Rows 15 and 16: the enterprise's report of the half-year, prefilled from what happened above, and
 * the Department's report of all. What was reported is what the consolidated figures grew by.
 */
final class HalfYear {
  private static final String CONSOLIDATED = "/api/v1/consolidated-reports";

  private final Api api;
  private final Token tokens;
  private final Story story;
  private final String period;
  private final Documents documents;

  HalfYear(Api api, Token tokens, Story story, ZonedDateTime now, Path data) {
    this.api = api;
    this.tokens = tokens;
    this.story = story;
    this.period = "%d-H%d".formatted(now.getYear(), now.getMonthValue() <= 6 ? 1 : 2);
    this.documents = new Documents(api, tokens, story, data);
  }

  void walk(Enterprise enterprise) {
    story.chapter("What the Department's report says before (letter, duty O4)");
    JsonNode before = consolidated();

    story.chapter("The enterprise reports the half-year %s".formatted(period));
    JsonNode reported = report(enterprise);

    story.chapter("The Department consolidates");
    JsonNode after = consolidated();
    for (JsonNode figure : reported.path("figures")) {
      grewBy(figure, before, after);
    }
    documents.save(CONSOLIDATED + "/" + after.path("id").asText(), period);
  }

  private JsonNode report(Enterprise enterprise) {
    awaitFigures(enterprise);
    String token = enterprise.token();
    JsonNode obligation =
        Waiting.until(
            "the obligation to report " + period,
            () -> first(get("/api/v1/obligations", token), "period", period));
    story.step("The enterprise finds what it owes");
    story.detail(
        "%s %s, due at %s"
            .formatted(
                obligation.path("period").asText(),
                obligation.path("state").asText(),
                obligation.path("dueAt").asText()));
    Answer draft =
        api.expect(
            "It begins the report and finds it prefilled from what it has reported",
            201,
            api.post(
                Port.REPORTING,
                "/api/v1/obligations/%s/reports".formatted(obligation.path("id").asText()),
                token,
                Map.of()),
            "/id",
            "/state");
    story.check(draft.string("/state").equals("DRAFT"), "it should be DRAFT");
    draft.body().path("figures").forEach(figure -> story.detail(figure.toString()));
    story.check(
        figure(draft.body(), "POST_COUNTERFEIT").path("damageVnd").asLong() == Reports.DAMAGE_VND,
        "the damage should be the one reported in case three");
    story.check(
        figure(draft.body(), "TEL_BYPASS_SIMBOX").path("preventedVnd").asLong()
            == Measures.PREVENTED_VND,
        "what was prevented should be the effect of the measure");
    String report = "/api/v1/reports/" + draft.string("/id");
    Answer submitted = move("It submits the report", "SUBMITTED", report + "/submit", token);
    move("The Department accepts it", "ACCEPTED", report + "/accept", tokens.of("department"));
    return submitted.body();
  }

  /** Facts travel; the report is prefilled with what has arrived. */
  private void awaitFigures(Enterprise enterprise) {
    JsonNode mine =
        Waiting.until(
            "the figures of this enterprise",
            () ->
                first(
                        get("/api/v1/statistics?period=" + period, enterprise.token()),
                        "enterpriseId",
                        enterprise.id())
                    .filter(
                        item ->
                            figure(item, "POST_COUNTERFEIT").path("handled").asInt() == 1
                                && figure(item, "POST_CONTRABAND").path("handled").asInt() == 1
                                && figure(item, "TEL_BYPASS_SIMBOX").path("handled").asInt() == 1
                                && figure(item, "TEL_BYPASS_SIMBOX").path("preventedVnd").asLong()
                                    > 0
                                && item.at("/totals/answeredOnTime").asInt() == 1));
    story.step("The statistics have the three cases, the request and the measure");
    story.detail(mine.path("totals").toString());
    story.check(
        mine.at("/totals/reported").asInt() == 3,
        "a case of two types should count once in the totals");
  }

  private JsonNode consolidated() {
    String department = tokens.of("department");
    Answer collecting =
        api.expect(
            "The Department begins a consolidated report",
            201,
            api.post(Port.REPORTING, CONSOLIDATED, department, Map.of("period", period)),
            "/id",
            "/state");
    story.check(collecting.string("/state").equals("COLLECTING"), "it should be COLLECTING");
    String report = CONSOLIDATED + "/" + collecting.string("/id");
    Answer frozen = move("It freezes the figures", "FROZEN", report + "/freeze", department);
    story.detail(
        "snapshot %s, %d enterprises missing"
            .formatted(frozen.string("/snapshot"), frozen.body().path("missing").size()));
    return get(report, department);
  }

  private void grewBy(JsonNode reported, JsonNode before, JsonNode after) {
    String type = reported.path("violationType").asText();
    for (String count : new String[] {"reported", "handled", "damageVnd", "preventedVnd"}) {
      long growth = number(after, type, count) - number(before, type, count);
      story.check(
          growth == reported.path(count).asLong(),
          "%s %s grew by %d, and %s was reported"
              .formatted(type, count, growth, reported.path(count)));
    }
    story.step("%s grew by what was reported".formatted(type));
    story.detail(
        "reported %d -> %d"
            .formatted(number(before, type, "reported"), number(after, type, "reported")));
  }

  private static long number(JsonNode report, String type, String count) {
    return figure(report, type).path(count).asLong();
  }

  private static JsonNode figure(JsonNode report, String type) {
    return first(report.path("figures"), "violationType", type).orElse(Answer.NOTHING);
  }

  private static Optional<JsonNode> first(JsonNode pageOrList, String member, String value) {
    JsonNode items = pageOrList.isArray() ? pageOrList : pageOrList.path("items");
    return StreamSupport.stream(items.spliterator(), false)
        .filter(item -> item.path(member).asText().equals(value))
        .findFirst();
  }

  private JsonNode get(String path, String token) {
    Answer answer = api.get(Port.REPORTING, path, token);
    story.check(answer.status() == 200, answer.request() + ": " + answer.text());
    return answer.body();
  }

  private Answer move(String who, String state, String path, String token) {
    Answer answer = api.expect(who, 200, api.post(Port.REPORTING, path, token, Map.of()), "/state");
    story.check(answer.string("/state").equals(state), "it should be " + state);
    return answer;
  }
}
