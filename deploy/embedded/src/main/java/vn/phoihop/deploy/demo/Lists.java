package vn.phoihop.deploy.demo;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import vn.phoihop.deploy.Port;
import vn.phoihop.deploy.Token;

/** Row 17, and what those see who watch and do not take part. */
final class Lists {
  private static final int PAGES = 3;

  private final Api api;
  private final Token tokens;
  private final Story story;

  Lists(Api api, Token tokens, Story story) {
    this.api = api;
    this.tokens = tokens;
    this.story = story;
  }

  void walk(Enterprise enterprise) {
    story.chapter("Lists, page by page");
    page("The enterprise's reports", Port.INCIDENT, "incidents", enterprise.token());
    page("Those the Police may see", Port.INCIDENT, "incidents", tokens.of("police"));
    page(
        "All enterprises, for the Department",
        Port.LIAISON,
        "enterprises",
        tokens.of("department"));
    page("What the Police were told", Port.NOTIFICATION, "deliveries", tokens.of("agency-police"));
  }

  /** One row a page, so that the cursor has something to do. */
  private void page(String what, Port service, String collection, String token) {
    List<String> seen = new ArrayList<>();
    String query = "?limit=1";
    for (int page = 1; page <= PAGES; page++) {
      Answer answer = api.get(service, "/api/v1/%s%s".formatted(collection, query), token);
      story.check(
          answer.status() == 200 && answer.body().path("items").size() == 1,
          "page %d should have one row: %s".formatted(page, answer.text()));
      seen.add(answer.string("/items/0/id"));
      query = "?limit=1&cursor=" + answer.string("/next");
    }
    story.step("%s: %d pages of one".formatted(what, PAGES));
    story.detail(String.join(", ", seen));
    story.check(new HashSet<>(seen).size() == PAGES, "a row came twice");
  }

  void onlookers(Reports.Case reported, String request) {
    story.chapter("Auditor and operator see what is theirs");
    for (String onlooker : List.of("auditor", "operator")) {
      api.expect(
          "The %s asks for a case".formatted(onlooker),
          403,
          api.get(Port.INCIDENT, reported.path(), tokens.of(onlooker)),
          "/title");
    }
    Answer header =
        api.expect(
            "The auditor sees that there was a request, and how it stands",
            200,
            api.get(Port.INCIDENT, request, tokens.of("auditor")),
            "/number",
            "/state");
    story.check(!header.body().has("items"), "it should be the header alone");
    Answer trail =
        api.expect(
            "And who did what to it",
            200,
            api.get(
                Port.INCIDENT,
                "/api/v1/audit?objectId=" + request.substring(request.lastIndexOf('/') + 1),
                tokens.of("auditor")));
    List<String> acts = new ArrayList<>();
    trail
        .body()
        .path("items")
        .forEach(act -> acts.add(act.path("party").asText() + " " + act.path("action").asText()));
    story.detail(String.join(", ", acts));
    story.check(
        acts.contains("POLICE request.issued"), "the Police's issuing should be in the trail");
    api.expect(
        "The operator does not",
        403,
        api.get(Port.INCIDENT, request, tokens.of("operator")),
        "/title");
    story.step("The operator looks for what could not be taken, in each service");
    for (Port service : List.of(Port.INCIDENT, Port.REPORTING, Port.NOTIFICATION)) {
      Answer letters = api.get(service, "/api/v1/dead-letters", tokens.of("operator"));
      story.check(letters.status() == 200, letters.request() + ": " + letters.text());
      story.detail(
          "%s  ->  %d dead letters"
              .formatted(letters.request(), letters.body().path("items").size()));
    }
    Answer deliveries =
        api.expect(
            "The operator sees that deliveries went out, and nothing of what was in them",
            200,
            api.get(Port.NOTIFICATION, "/api/v1/deliveries?limit=1", tokens.of("operator")),
            "/items/0/state",
            "/items/0/eventType");
    story.check(!deliveries.text().contains(reported.receiptNumber()), "contents are in the list");
  }
}
