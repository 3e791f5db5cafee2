package vn.phoihop.deploy.demo;

import java.util.List;
import java.util.Map;
import vn.phoihop.deploy.Port;
import vn.phoihop.deploy.Token;

/** Row 10: the Department takes a case to its end, together with an agency. */
final class Handling {
  private final Api api;
  private final Token tokens;
  private final Inbox inbox;
  private final Story story;

  Handling(Api api, Token tokens, Inbox inbox, Story story) {
    this.api = api;
    this.tokens = tokens;
    this.inbox = inbox;
    this.story = story;
  }

  void conclude(Reports.Case reported, String agency, Receiver receiver, Enterprise enterprise) {
    story.chapter("The Department handles %s".formatted(reported.receiptNumber()));
    move(reported, "triage", "TRIAGED", Map.of());
    move(reported, "refer", "IN_COORDINATION", Map.of("agencies", List.of(agency), "lead", agency));
    receiver.await("incident.referred", reported.id());
    inbox.await(
        enterprise.leaderEmail(),
        "word of the referral, without content",
        mail -> mail.path("text").asText().contains(reported.id()));
    move(
        reported,
        "resolve",
        "RESOLVED",
        Map.of(
            "outcome", "ADMIN_SANCTION",
            "decisionNo", "12/QĐ-XPVPHC",
            "vnd", 140_000_000,
            "note", "Phạt tiền, tịch thu tang vật"));
    move(reported, "close", "CLOSED", Map.of());
  }

  private void move(Reports.Case reported, String verb, String state, Map<String, Object> body) {
    Answer answer =
        api.expect(
            "The Department: " + verb,
            200,
            api.post(Port.INCIDENT, reported.path() + "/" + verb, tokens.of("department"), body),
            "/state",
            "/sequence");
    story.check(answer.string("/state").equals(state), "it should be " + state);
  }
}
