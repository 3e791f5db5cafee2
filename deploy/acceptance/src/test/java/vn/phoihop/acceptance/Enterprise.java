package vn.phoihop.acceptance;

import java.util.Random;
import vn.phoihop.acceptance.Http.Answer;
import vn.phoihop.deploy.Port;

/** An enterprise that the Department has registered and activated, and what it can do. */
final class Enterprise {

  private static final int[] WEIGHTS = {31, 29, 23, 19, 17, 13, 7, 5, 3};

  final String id;
  final String taxCode;
  final String leaderEmail;

  private final Stack stack;
  private String tokenUrl;
  private String clientId;
  private String clientSecret;

  private Enterprise(Stack stack, String id, String taxCode, String leaderEmail) {
    this.stack = stack;
    this.id = id;
    this.taxCode = taxCode;
    this.leaderEmail = leaderEmail;
  }

  /** Rows 1 and 2 of the main flow; enrolled is row 2b. */
  static Enterprise registered(Stack stack) {
    String taxCode = taxCode();
    String email = "leader-" + taxCode + "@example.vn";
    Answer answer =
        Http.post(
                stack.url(Port.LIAISON) + "/api/v1/enterprises",
                stack.token("department"),
                """
                {"taxCode": "%s", "name": "Công ty Viễn thông %s", "sectors": ["TELECOM_MOBILE"],
                 "address": "1 Tràng Tiền, Hà Nội",
                 "leader": {"fullName": "Nguyễn Thị Lãnh", "title": "Tổng Giám đốc", "email": "%s", "phone": "024 3825 0000"}}"""
                    .formatted(taxCode, taxCode, email))
            .expect(201);
    return new Enterprise(stack, answer.text("id"), taxCode, email);
  }

  static Enterprise enrolled(Stack stack) {
    Enterprise enterprise = registered(stack);
    Answer active = enterprise.activate().expect(200);
    enterprise.enrol(active.json().at("/enrolment/code").asText()).expect(201);
    return enterprise;
  }

  String url() {
    return stack.url(Port.LIAISON) + "/api/v1/enterprises/" + id;
  }

  Answer activate() {
    return Http.post(url() + "/activate", stack.token("department"));
  }

  /** Draws credentials and remembers them. */
  Answer enrol(String code) {
    Answer answer =
        Http.post(
            stack.url(Port.LIAISON) + "/api/v1/enrolments", null, "{\"code\": \"" + code + "\"}");
    if (answer.status() == 201) {
      clientId = answer.text("clientId");
      clientSecret = answer.text("clientSecret");
      tokenUrl = answer.text("tokenUrl");
    }
    return answer;
  }

  String token() {
    return stack.token(clientId, () -> drawToken().expect(200).text("access_token"));
  }

  /** What Keycloak says to the credentials of the last enrolment. */
  Answer drawToken() {
    return Http.send(
        Http.to(tokenUrl, null)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                Http.body(
                    "grant_type=client_credentials&client_id=%s&client_secret=%s"
                        .formatted(clientId, clientSecret))));
  }

  private static String taxCode() {
    while (true) {
      int number = new Random().nextInt(100_000_000, 1_000_000_000);
      String digits = Integer.toString(number);
      int sum = 0;
      for (int i = 0; i < WEIGHTS.length; i++) {
        sum += (digits.charAt(i) - '0') * WEIGHTS[i];
      }
      int check = 10 - sum % 11;
      if (check >= 0 && check <= 9) {
        return digits + check;
      }
    }
  }
}
