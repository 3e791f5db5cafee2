package vn.phoihop.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.phoihop.acceptance.Http.Answer;
import vn.phoihop.acceptance.Inbox.Mail;
import vn.phoihop.acceptance.Receiver.Hook;
import vn.phoihop.deploy.Port;

/** The letter's way, by its numbers in the table of the main flow. */
@Order(1)
@ExtendWith(StackExtension.class)
class MainFlowIT {

  private static final byte[] PDF =
      "%PDF-1.7\n1 0 obj <</Type /Catalog>> endobj\ntrailer <</Root 1 0 R>>\n%%EOF\n"
          .getBytes(StandardCharsets.US_ASCII);
  private static final byte[] CALL_RECORDS =
      "caller,called,cell,at\n0912345678,0987654321,452-04-1234-56789,2026-03-10T08:15:00+07:00\n"
          .getBytes(StandardCharsets.UTF_8);
  private static final String SECRET_WORDS = "thiết bị đặt tại nhà trọ";

  private final Stack stack;

  MainFlowIT(Stack stack) {
    this.stack = stack;
  }

  @Test
  void rows_1_and_2_an_enterprise_is_registered_activated_and_draws_its_credentials_once() {
    Enterprise enterprise = Enterprise.registered(stack);
    assertEquals("VERIFIED", Http.get(enterprise.url(), department()).expect(200).text("state"));

    JsonNode active = enterprise.activate().expect(200).json();
    assertEquals("ACTIVE", active.path("state").asText());
    String code = active.at("/enrolment/code").asText();
    assertTrue(active.at("/enrolment").has("expiresAt"));
    Inbox.await(stack, enterprise.leaderEmail, code);

    Answer credentials = enterprise.enrol(code).expect(201);
    assertEquals("ent-" + enterprise.taxCode, credentials.text("clientId"));
    assertFalse(credentials.text("clientSecret").isEmpty());
    assertEquals(
        stack.url(Port.KEYCLOAK) + "/realms/phoihop/protocol/openid-connect/token",
        credentials.text("tokenUrl"));
    assertEquals(409, enterprise.enrol(code).status(), "a code is good once");
    assertEquals(List.of(), ids(incidents(enterprise.token())));

    // 2c: a new code voids the former one, and the former secret once it is used.
    Answer second = newCode(enterprise).expect(201);
    Answer third = newCode(enterprise).expect(201);
    assertTrue(third.json().has("expiresAt"));
    assertEquals(409, enterprise.enrol(second.text("code")).status(), "voided by the next one");
    String former = credentials.text("clientSecret");
    assertNotEquals(former, enterprise.enrol(third.text("code")).expect(201).text("clientSecret"));
    enterprise.drawToken().expect(200);
  }

  @Test
  void rows_3_to_5_a_liaison_is_named_by_the_signed_letter_and_works() throws Exception {
    Enterprise enterprise = Enterprise.enrolled(stack);
    String email = "dau.moi-" + enterprise.taxCode + "@example.vn";

    Answer draft =
        Http.post(
                enterprise.url() + "/designations",
                enterprise.token(),
                """
                {"person": {"fullName": "Trần Văn Mối", "position": "Trưởng phòng Pháp chế", "email": "%s", "phone": "0912 345 678"},
                 "role": "PRIMARY", "scope": ["INCIDENT", "REPORT"],
                 "document": {"number": "12/QĐ", "date": "2026-02-25", "signerName": "Nguyễn Thị Lãnh", "signerTitle": "Tổng Giám đốc"},
                 "validFrom": "2026-03-01", "validTo": "%s"}"""
                    .formatted(email, LocalDate.now(ZoneOffset.UTC).plusYears(1)))
            .expect(201);
    assertEquals("DRAFT", draft.text("state"));
    String designation = stack.url(Port.LIAISON) + "/api/v1/designations/" + draft.text("id");
    assertEquals(designation, draft.header("Location").orElse("none"));

    Answer document =
        Http.send(
            Http.to(designation + "/document", enterprise.token())
                .header("Content-Type", "application/pdf")
                .PUT(BodyPublishers.ofByteArray(PDF)));
    assertEquals(sha256(PDF), document.expect(200).text("sha256"));
    Answer submitted = Http.post(designation + "/submit", enterprise.token()).expect(200);
    assertEquals("UNDER_REVIEW", submitted.text("state"));
    Answer approved = Http.post(designation + "/approve", department()).expect(200);
    assertEquals("ACTIVE", approved.text("state"));

    for (String address : List.of(email, enterprise.leaderEmail)) {
      assertSecretFree(Inbox.await(stack, address, "designation of a liaison has been approved"));
    }
    // The account follows after the approval, with the claims of the designation.
    JsonNode claims = awaitAccount(email);
    String liaison = stack.token(email);
    assertEquals(enterprise.id, claims.path("party").asText());
    assertEquals(draft.text("id"), claims.path("person").asText());
    assertEquals(List.of("INCIDENT", "REPORT"), texts(claims.path("scope")));
    assertEquals(201, report(liaison, simBox()).status());
    assertEquals(1, incidents(liaison).path("items").size());
  }

  @Test
  void rows_6_to_10_a_sim_box_case_goes_to_the_police_and_a_parcel_to_customs_as_well()
      throws Exception {
    Enterprise enterprise = Enterprise.enrolled(stack);
    try (Receiver police = Receiver.of(stack, "police", "incident.received", "incident.referred");
        Receiver customs = Receiver.of(stack, "customs", "incident.received");
        Receiver own = subscribedBy(enterprise)) {
      assertTrue(police.subscription().text("secret").startsWith("whsec_"));

      String token = enterprise.token();
      String key = UUID.randomUUID().toString();
      Answer received = report(token, simBox(), key).expect(201);
      JsonNode incident = received.json();
      assertEquals("RECEIVED", incident.path("state").asText());
      assertEquals(1, incident.path("version").asInt());
      assertTrue(incident.path("receiptNumber").asText().matches("TB-20[0-9]{2}-[0-9]{6}"));
      assertEquals(url(incident), received.header("Location").orElse("none"));
      assertEquals("\"1\"", received.header("ETag").orElse("none"));
      JsonNode imei = incident.path("indicators").get(1);
      assertEquals("IMEI", imei.path("type").asText());
      assertEquals("490154203237517", imei.path("normalised").asText());
      assertEquals(List.of("CHECK_DIGIT"), texts(imei.path("flags")));
      assertEquals("+84912345678", incident.at("/indicators/0/normalised").asText());
      assertEquals(incident, report(token, simBox(), key).expect(201).json(), "a repetition");

      Answer evidence = evidence(url(incident), token).expect(201);
      assertTrue(evidence.json().has("id"));
      assertEquals(sha256(CALL_RECORDS), evidence.text("sha256"));
      assertEquals("NOT_CONFIGURED", evidence.text("scan"));

      assertThin(police.await("incident.received", id(incident)), incident);
      assertThin(own.await("incident.received", id(incident)), incident);

      JsonNode parcel = report(token, parcel()).expect(201).json();
      assertThin(customs.await("incident.received", id(parcel)), parcel);
      police.await("incident.received", id(parcel));
      assertEquals(List.of(), customs.hooks("incident.received", id(incident)));
      Http.get(url(incident), stack.token("customs")).expect(404);
      Http.get(url(parcel), stack.token("customs")).expect(200);
      Http.get(url(incident), stack.token("police")).expect(200);
      assertEquals(List.of(), ids(incidents(stack.token("trade"))));

      Enterprise stranger = Enterprise.enrolled(stack);
      Http.get(url(incident), stranger.token()).expect(404);
      evidence(url(incident), stranger.token()).expect(404);
      assertEquals(List.of(), ids(incidents(stranger.token())));

      assertEquals("TRIAGED", move(incident, "triage").text("state"));
      Answer referred =
          move(incident, "refer", "{\"agencies\": [\"POLICE\", \"TRADE\"], \"lead\": \"POLICE\"}");
      assertEquals("IN_COORDINATION", referred.text("state"));
      assertEquals(id(incident), police.await("incident.referred", id(incident)).about());
      Http.get(url(incident), stack.token("trade")).expect(200);
      assertEquals(409, Http.post(url(incident) + "/triage", department()).status());
      Answer resolved =
          move(
              incident,
              "resolve",
              "{\"outcome\": \"ADMIN_SANCTION\", \"decisionNo\": \"12/QĐ\", \"vnd\": 140000000}");
      assertEquals("RESOLVED", resolved.text("state"));
      assertEquals("CLOSED", move(incident, "close").text("state"));
      assertSecretFree(Inbox.await(stack, enterprise.leaderEmail, "referred to the competent"));

      String due = LocalDate.now(ZoneOffset.UTC).plusDays(5).toString();
      Answer returned =
          move(parcel, "return", "{\"reasons\": [\"INCOMPLETE\"], \"due\": \"%s\"}".formatted(due));
      assertEquals("RETURNED", returned.text("state"));
      assertSecretFree(Inbox.await(stack, enterprise.leaderEmail, "returned for completion"));
    }
  }

  @Test
  void row_17_a_list_is_read_page_by_page() {
    Enterprise enterprise = Enterprise.enrolled(stack);
    List<String> reported = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      reported.add(0, report(enterprise.token(), simBox()).expect(201).text("id"));
    }
    JsonNode first = incidents(enterprise.token(), "?limit=2");
    assertEquals(reported.subList(0, 2), ids(first));
    JsonNode second =
        incidents(enterprise.token(), "?limit=2&cursor=" + first.path("next").asText());
    assertEquals(reported.subList(2, 3), ids(second));
    assertFalse(second.has("next"));
  }

  @Test
  void reporting_knows_the_enterprises_too() {
    Enterprise enterprise = Enterprise.enrolled(stack);
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                ids(Http.get(
                            stack.url(Port.REPORTING) + "/api/v1/enterprises?limit=5", department())
                        .expect(200)
                        .json())
                    .contains(enterprise.id));
    Http.get(stack.url(Port.REPORTING) + "/api/v1/enterprises", enterprise.token()).expect(403);
  }

  private String department() {
    return stack.token("department");
  }

  private Answer newCode(Enterprise enterprise) {
    return Http.post(enterprise.url() + "/enrolment-codes", department());
  }

  private Receiver subscribedBy(Enterprise enterprise) {
    return Receiver.of(stack, enterprise::token, Receiver.Manner.PATIENT, "incident.received");
  }

  /** What a token says once the account is whole: it joins its group after it was made. */
  private JsonNode awaitAccount(String email) {
    return Awaitility.await("the account of " + email)
        .atMost(Duration.ofSeconds(30))
        .ignoreExceptions()
        .until(() -> claims(stack.newToken(email)), claims -> !claims.path("groups").isEmpty());
  }

  private JsonNode incidents(String token, String... query) {
    String url = stack.url(Port.INCIDENT) + "/api/v1/incidents" + String.join("", query);
    return Http.get(url, token).expect(200).json();
  }

  private Answer report(String token, String body) {
    return report(token, body, UUID.randomUUID().toString());
  }

  private Answer report(String token, String body, String key) {
    return Http.send(
        Http.to(stack.url(Port.INCIDENT) + "/api/v1/incidents", token)
            .header("Idempotency-Key", key)
            .header("Content-Type", "application/json")
            .POST(Http.body(body)));
  }

  private static Answer evidence(String incident, String token) {
    return Http.upload(incident + "/evidence", token, "cdr.csv", "text/csv", CALL_RECORDS);
  }

  private Answer move(JsonNode incident, String verb, String... body) {
    return Http.post(url(incident) + "/" + verb, department(), body).expect(200);
  }

  private String url(JsonNode incident) {
    return stack.url(Port.INCIDENT) + "/api/v1/incidents/" + id(incident);
  }

  /** What a webhook says of an incident, and nothing else of it. */
  private void assertThin(Hook hook, JsonNode incident) {
    JsonNode data = hook.json().path("data");
    assertEquals(id(incident), data.path("id").asText());
    assertEquals(incident.path("receiptNumber"), data.path("receiptNumber"));
    assertEquals(incident.at("/report/violationTypes"), data.path("violationTypes"));
    assertEquals("RECEIVED", data.path("state").asText());
    assertEquals("EARLY", data.path("stage").asText());
    assertEquals(1, data.path("version").asInt());
    assertEquals("AMBER", data.path("tlp").asText());
    assertEquals(url(incident), data.at("/links/self").asText());
    String text = hook.json().toString();
    assertFalse(text.contains(SECRET_WORDS) || text.contains("912345678"), text);
    assertFalse(text.contains("audience"), text);
  }

  private static void assertSecretFree(Mail mail) {
    String all = mail.subject() + mail.text();
    for (String secret :
        List.of(SECRET_WORDS, "912345678", "912 345 678", "Trần Văn Mối", "490154203237517")) {
      assertFalse(all.contains(secret), all);
    }
  }

  private static String simBox() {
    return """
        {"stage": "EARLY", "violationTypes": ["TEL_BYPASS_SIMBOX"], "summary": "Nghi SIM box, %s",
         "detectedAt": "2026-03-10T01:15:00Z",
         "indicators": [{"type": "MSISDN", "value": "0912 345 678"}, {"type": "IMEI", "value": "490154203237517"},
           {"type": "CELL_ID", "value": "452-04-1234-56789"}]}"""
        .formatted(SECRET_WORDS);
  }

  private static String parcel() {
    return """
        {"stage": "EARLY", "violationTypes": ["POST_CONTRABAND"], "summary": "Điện thoại trong bưu kiện, %s",
         "detectedAt": "2026-03-11T03:00:00Z", "indicators": [{"type": "CONSIGNMENT_NO", "value": "RR473124829VN"}]}"""
        .formatted(SECRET_WORDS);
  }

  private static String id(JsonNode object) {
    return object.path("id").asText();
  }

  private static List<String> ids(JsonNode page) {
    return StreamSupport.stream(page.path("items").spliterator(), false)
        .map(MainFlowIT::id)
        .toList();
  }

  private static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
  }

  private static JsonNode claims(String token) throws Exception {
    return Http.JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }
}
