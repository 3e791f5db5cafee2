package vn.phoihop.deploy.demo;

import java.util.List;
import java.util.Map;
import vn.phoihop.deploy.Port;
import vn.phoihop.deploy.Token;

/** Rows 1 and 2: the enterprise is registered, activated, and its system enrols with the code. */
final class Registration {
  private static final String ENTERPRISES = "/api/v1/enterprises";

  private final Api api;
  private final Token tokens;
  private final Inbox inbox;
  private final Story story;

  Registration(Api api, Token tokens, Inbox inbox, Story story) {
    this.api = api;
    this.tokens = tokens;
    this.inbox = inbox;
    this.story = story;
  }

  Enterprise walk() {
    story.chapter("An enterprise joins");
    Joined joined = join();
    api.expect(
        "The code is used up",
        409,
        api.post(Port.LIAISON, "/api/v1/enrolments", "", Map.of("code", joined.code())),
        "/type");
    api.expect(
        "The enterprise's system logs in and reads its own entry",
        200,
        api.get(
            Port.LIAISON,
            ENTERPRISES + "/" + joined.enterprise().id(),
            joined.enterprise().token()),
        "/name");
    return joined.enterprise();
  }

  /** Another enterprise, in the same way. */
  Enterprise another(String title) {
    story.chapter(title);
    return join().enterprise();
  }

  private record Joined(Enterprise enterprise, String code) {}

  private Joined join() {
    String taxCode = TaxCodes.random();
    String leader = "leader-%s@example.vn".formatted(taxCode);
    String department = tokens.of("department");

    Answer registered =
        api.expect(
            "The Department registers an enterprise, tax code " + taxCode,
            201,
            api.post(Port.LIAISON, ENTERPRISES, department, enterprise(taxCode, leader)),
            "/id",
            "/state");
    story.check(registered.string("/state").equals("VERIFIED"), "it should be VERIFIED");
    String id = registered.string("/id");

    Answer activated =
        api.expect(
            "The Department activates it",
            200,
            api.post(Port.LIAISON, ENTERPRISES + "/" + id + "/activate", department, Map.of()),
            "/state",
            "/enrolment/expiresAt");
    story.check(activated.string("/state").equals("ACTIVE"), "it should be ACTIVE");
    String code = activated.string("/enrolment/code");
    inbox.await(
        leader,
        "the enrolment code, to the enterprise's leader",
        mail -> mail.path("text").asText().contains(code));
    return new Joined(enrol(id, taxCode, leader, code), code);
  }

  private Enterprise enrol(String id, String taxCode, String leader, String code) {
    Answer enrolled =
        api.expect(
            "The enterprise's engineers enrol their system with the code, once",
            201,
            api.post(Port.LIAISON, "/api/v1/enrolments", "", Map.of("code", code)),
            "/clientId",
            "/tokenUrl");
    story.check(
        enrolled.string("/clientId").equals("ent-" + taxCode),
        "the client id should be ent-" + taxCode);
    return new Enterprise(
        id,
        leader,
        api,
        enrolled.string("/clientId"),
        enrolled.string("/clientSecret"),
        enrolled.string("/tokenUrl"));
  }

  private static Map<String, Object> enterprise(String taxCode, String leader) {
    return Map.of(
        "taxCode",
        taxCode,
        "name",
        "Công ty Viễn thông và Bưu chính Thử nghiệm " + taxCode,
        "sectors",
        List.of("TELECOM_MOBILE", "POSTAL"),
        "address",
        "1 Tràng Tiền, Hoàn Kiếm, Hà Nội",
        "leader",
        Map.of(
            "fullName", "Nguyễn Thị Lãnh",
            "title", "Tổng Giám đốc",
            "email", leader,
            "phone", "024 3825 0000"));
  }
}
