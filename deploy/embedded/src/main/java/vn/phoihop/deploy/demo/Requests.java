package vn.phoihop.deploy.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import vn.phoihop.deploy.Port;
import vn.phoihop.deploy.Token;

/** Rows 11 to 13: the Police ask, the enterprise answers, the Police accept. */
final class Requests {
  private static final String REQUESTS = "/api/v1/information-requests";
  private static final String ASKED = "Chủ thuê bao 0912 345 678 từ ngày kích hoạt";

  private final Api api;
  private final Token tokens;
  private final Inbox inbox;
  private final Story story;
  private final ZonedDateTime now;

  Requests(Api api, Token tokens, Inbox inbox, Story story, ZonedDateTime now) {
    this.api = api;
    this.tokens = tokens;
    this.inbox = inbox;
    this.story = story;
    this.now = now;
  }

  /** Returns the path of the request. */
  String walk(Reports.Case simBox, Enterprise enterprise, Liaison liaison, Receiver police) {
    story.chapter("The Police ask for information on case one (letter, duty O2b)");
    String police1 = tokens.of("police");
    Answer drafted =
        api.expect(
            "An officer drafts the request",
            201,
            api.post(Port.INCIDENT, REQUESTS, police1, request(enterprise, simBox)),
            "/id",
            "/state");
    story.check(drafted.string("/state").equals("DRAFT"), "it should be DRAFT");
    String id = drafted.string("/id");
    String request = REQUESTS + "/" + id;
    api.expect(
        "The enterprise does not see a draft",
        404,
        api.get(Port.INCIDENT, request, enterprise.token()),
        "/title");
    Answer issued = move("The officer issues it", "ISSUED", request + "/issue", police1, Map.of());
    story.detail("due at " + issued.string("/dueAt"));
    for (String person : List.of(liaison.email(), enterprise.leaderEmail())) {
      JsonNode mail =
          inbox.await(
              person,
              "word of the request, without content",
              one -> one.path("text").asText().contains(id));
      story.check(
          !mail.toString().contains("0912") && !mail.toString().contains("SIM"),
          "the mail has something of the matter in it");
    }

    move(
        "The liaison acknowledges",
        "ACKNOWLEDGED",
        request + "/acknowledge",
        liaison.token(),
        Map.of());
    answer(request, liaison);
    police.await("request.answered", id);
    othersSee(request);
    move("The Police accept the answer", "ACCEPTED", request + "/accept", police1, Map.of());
    return request;
  }

  private void answer(String request, Liaison liaison) {
    byte[] records = Files.resource("/call-records.csv");
    Answer document =
        api.expect(
            "The liaison hands in a document (%d bytes)".formatted(records.length),
            201,
            api.upload(
                Port.INCIDENT,
                request + "/documents",
                liaison.token(),
                "thue-bao.csv",
                "text/csv",
                records),
            "/id",
            "/sha256");
    story.check(
        document.string("/sha256").equalsIgnoreCase(Files.sha256(records)),
        "the SHA-256 should be that of the file sent");
    api.expect(
        "\"None\" without a reason is no answer",
        400,
        api.post(
            Port.INCIDENT,
            request + "/answers",
            liaison.token(),
            Map.of("items", List.of(Map.of("n", 2, "status", "NONE")))),
        "/errors/0/pointer");
    Answer answered =
        move(
            "The liaison answers, item by item",
            "ANSWERED",
            request + "/answers",
            liaison.token(),
            Map.of(
                "items",
                List.of(
                    Map.of(
                        "n",
                        1,
                        "status",
                        "FULL",
                        "text",
                        "Hồ sơ thuê bao kèm theo",
                        "documents",
                        List.of(document.string("/id"))),
                    Map.of("n", 2, "status", "NONE", "reasonCode", "RETENTION_EXPIRED"))));
    story.detail("completeness %s %%".formatted(answered.string("/completeness")));

    Download read =
        api.download(
            Port.INCIDENT,
            "/api/v1/request-documents/%s/content".formatted(document.string("/id")),
            tokens.of("police"));
    story.step("The Police fetch the document");
    story.detail(
        "%s  ->  %d  %d bytes".formatted(read.request(), read.status(), read.bytes().length));
    story.check(
        read.status() == 200 && Arrays.equals(read.bytes(), records),
        "it should be the file that was handed in");
  }

  private void othersSee(String request) {
    Answer header =
        api.expect(
            "The Department sees that it was asked and answered in time, not what",
            200,
            api.get(Port.INCIDENT, request, tokens.of("department")),
            "/number",
            "/state",
            "/dueAt",
            "/completeness");
    story.check(!header.text().contains(ASKED), "it should be the header alone");
    for (String stranger : List.of("customs", "trade")) {
      Answer none = api.get(Port.INCIDENT, request, tokens.of(stranger));
      story.check(none.status() == 404, stranger + " should get 404, not " + none.status());
    }
    story.step("Customs and Trade learn not even that it exists");
  }

  private Answer move(String who, String state, String path, String token, Object body) {
    Answer answer = api.expect(who, 200, api.post(Port.INCIDENT, path, token, body), "/state");
    story.check(answer.string("/state").equals(state), "it should be " + state);
    return answer;
  }

  private Map<String, Object> request(Enterprise enterprise, Reports.Case simBox) {
    return Map.of(
        "enterpriseId",
        enterprise.id(),
        "purpose",
        "SUBJECT_VERIFICATION",
        "legalBasis",
        "Điều 88 Bộ luật Tố tụng hình sự 2015; tin báo " + simBox.receiptNumber(),
        "document",
        Map.of(
            "number", "1204/CAHN-PC02",
            "date", now.toLocalDate().toString(),
            "signerName", "Đại tá Phạm Văn Ký"),
        "priority",
        "URGENT",
        "items",
        List.of(
            Map.of("category", "SUBSCRIBER", "description", ASKED),
            Map.of("category", "LOCATION", "description", "Trạm phục vụ ba tháng gần nhất")));
  }
}
