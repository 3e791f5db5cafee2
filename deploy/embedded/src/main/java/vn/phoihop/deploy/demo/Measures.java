package vn.phoihop.deploy.demo;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import vn.phoihop.deploy.Port;
import vn.phoihop.deploy.Token;

/** Row 14: the enterprise stops it by its own means, and counts what that was good for. */
final class Measures {
  static final long PREVENTED_VND = 120_000_000;
  private static final String MEASURES = "/api/v1/measures";

  private final Api api;
  private final Token tokens;
  private final Story story;
  private final String anHourAgo;

  Measures(Api api, Token tokens, Story story, ZonedDateTime now) {
    this.api = api;
    this.tokens = tokens;
    this.story = story;
    this.anHourAgo = now.minusHours(1).toInstant().toString();
  }

  void walk(Enterprise enterprise, Reports.Case simBox, Receiver police) {
    story.chapter("The enterprise blocks the numbers (letter, duty O3)");
    Answer taken =
        api.expect(
            "Nobody has to approve it: it is in force",
            201,
            api.post(
                Port.INCIDENT,
                MEASURES,
                enterprise.token(),
                Map.of(
                    "type",
                    "BLOCK_NUMBER",
                    "target",
                    "32 thuê bao thuộc dải 0912 345 6xx",
                    "startedAt",
                    anHourAgo,
                    "incidentId",
                    simBox.id())),
            "/id",
            "/state");
    story.check(taken.string("/state").equals("ACTIVE"), "it should be ACTIVE");
    String measure = MEASURES + "/" + taken.string("/id");
    police.await("measure.started", taken.string("/id"));

    Answer ended =
        api.expect(
            "It ends it, and says what it prevented",
            200,
            api.post(
                Port.INCIDENT,
                measure + "/end",
                enterprise.token(),
                Map.of(
                    "effect", Map.of("preventedVnd", PREVENTED_VND, "minutes", 5400, "items", 32))),
            "/state",
            "/effect");
    story.check(ended.string("/state").equals("ENDED"), "it should be ENDED");
    story.check(
        ended.body().at("/effect/preventedVnd").asLong() == PREVENTED_VND,
        "the effect should be what was said");
    for (String reader : List.of("department", "police")) {
      api.expect(
          "The %s read it".formatted(reader.equals("police") ? "Police" : "Department's people"),
          200,
          api.get(Port.INCIDENT, measure, tokens.of(reader)),
          "/state");
    }
    api.expect(
        "Trade is not concerned",
        404,
        api.get(Port.INCIDENT, measure, tokens.of("trade")),
        "/title");
  }
}
