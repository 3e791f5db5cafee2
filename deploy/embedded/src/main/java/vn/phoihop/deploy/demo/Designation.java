package vn.phoihop.deploy.demo;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.phoihop.deploy.Failure;
import vn.phoihop.deploy.Port;
import vn.phoihop.deploy.Token;

/**
 * Rows 3 to 5: the enterprise names its liaison by a signed letter, and the Department approves.
 */
final class Designation {
  private static final String LETTER = "/letter-356-SBCVT-TTR.pdf";

  private final Api api;
  private final Token tokens;
  private final Inbox inbox;
  private final Story story;
  private final ZonedDateTime now;

  Designation(Api api, Token tokens, Inbox inbox, Story story, ZonedDateTime now) {
    this.api = api;
    this.tokens = tokens;
    this.inbox = inbox;
    this.story = story;
    this.now = now;
  }

  Liaison walk(Enterprise enterprise) {
    story.chapter("The enterprise names its liaison (letter, duty O1)");
    String email = enterprise.leaderEmail().replace("leader-", "liaison-");
    String token = enterprise.token();
    Answer drafted =
        api.expect(
            "The enterprise drafts the designation",
            201,
            api.post(
                Port.LIAISON,
                "/api/v1/enterprises/%s/designations".formatted(enterprise.id()),
                token,
                designation(email)),
            "/id",
            "/state");
    String designation = "/api/v1/designations/" + drafted.string("/id");

    byte[] letter = Files.resource(LETTER);
    Answer received =
        api.expect(
            "It hands in the signed document (%d bytes of PDF)".formatted(letter.length),
            200,
            api.send(
                "PUT", Port.LIAISON, designation + "/document", token, "application/pdf", letter),
            "/sha256");
    story.check(
        received.string("/sha256").equalsIgnoreCase(Files.sha256(letter)),
        "the SHA-256 should be that of the file sent");

    state("The enterprise submits it", "UNDER_REVIEW", designation + "/submit", token);
    state(
        "The Department approves it", "ACTIVE", designation + "/approve", tokens.of("department"));
    inbox.await(
        enterprise.leaderEmail(),
        "a note without content, to the leader",
        mail ->
            isNote(mail.path("subject").asText()) && !mail.path("text").asText().contains(email));
    return logIn(email, designation);
  }

  private static boolean isNote(String subject) {
    return !subject.contains("Enrolment code");
  }

  private void state(String who, String expected, String path, String token) {
    Answer answer = api.expect(who, 200, api.post(Port.LIAISON, path, token, Map.of()), "/state");
    story.check(answer.string("/state").equals(expected), "it should be " + expected);
  }

  /** The account is made after the approval's commit, by a task that is retried. */
  private Liaison logIn(String email, String designation) {
    inbox.await(
        email,
        "the invitation to choose a password",
        mail -> mail.path("text").asText().contains("/realms/phoihop/login-actions/"));
    String token =
        Waiting.until(
            "the account of " + email,
            () -> {
              try {
                return Optional.of(tokens.of(email));
              } catch (Failure e) {
                return Optional.empty();
              }
            });
    api.expect(
        "The liaison logs in and reads the designation",
        200,
        api.get(Port.LIAISON, designation, token),
        "/state",
        "/validTo");
    return new Liaison(email, tokens);
  }

  private Map<String, Object> designation(String email) {
    return Map.of(
        "person",
            Map.of(
                "fullName", "Trần Văn Mối",
                "position", "Trưởng phòng Pháp chế",
                "email", email,
                "phone", "0912 345 678"),
        "role", "PRIMARY",
        "scope", List.of("INCIDENT", "INFORMATION_REQUEST", "MEASURE", "EXCHANGE", "REPORT"),
        "document",
            Map.of(
                "number", "356/SBCVT-TTR",
                "date", "2007-07-12",
                "signerName", "Nguyễn Thị Lãnh",
                "signerTitle", "Tổng Giám đốc"),
        "validFrom", now.toLocalDate().toString(),
        "validTo", now.toLocalDate().plusYears(2).toString());
  }
}
