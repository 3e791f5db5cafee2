package vn.phoihop.acceptance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.phoihop.acceptance.Http.Answer;
import vn.phoihop.acceptance.Inbox.Mail;
import vn.phoihop.deploy.Port;

/**
 * The letter's way from the first question of an agency to the Department's report: rows 11 to 16.
 */
@Order(2)
@ExtendWith(StackExtension.class)
class CooperationIT {

  private static final byte[] RECORDS =
      "subscriber,activated\n0912345678,2026-01-05\n".getBytes(StandardCharsets.UTF_8);
  private static final String ASKED = "chủ thuê bao 0912 345 678";

  private final Stack stack;

  CooperationIT(Stack stack) {
    this.stack = stack;
  }

  @Test
  void rows_11_to_13_the_police_ask_the_enterprise_answers_and_the_police_accept() {
    Enterprise enterprise = Enterprise.enrolled(stack);
    try (Receiver told =
            Receiver.of(stack, enterprise::token, Receiver.Manner.PATIENT, "request.issued");
        Receiver police = Receiver.of(stack, "police", "request.answered")) {
      Answer draft =
          onceKnown(
              () ->
                  post(
                      Port.INCIDENT,
                      "information-requests",
                      stack.token("police"),
                      ask(enterprise)));
      assertEquals("DRAFT", draft.expect(201).text("state"));
      String request =
          stack.url(Port.INCIDENT) + "/api/v1/information-requests/" + draft.text("id");
      assertEquals(request, draft.header("Location").orElse("none"));
      Http.get(request, enterprise.token()).expect(404);

      Answer issued = Http.post(request + "/issue", stack.token("police")).expect(200);
      assertEquals("ISSUED", issued.text("state"));
      assertTrue(issued.json().has("dueAt"));
      assertEquals(
          request,
          told.await("request.issued", draft.text("id")).json().at("/data/links/self").asText());
      Mail mail = Inbox.await(stack, enterprise.leaderEmail, draft.text("id"));
      assertFalse((mail.subject() + mail.text()).contains("0912"), mail.text());

      Http.post(request + "/acknowledge", enterprise.token()).expect(200);
      Answer document =
          Http.upload(request + "/documents", enterprise.token(), "a.csv", "text/csv", RECORDS);
      assertEquals(409, Http.post(request + "/accept", stack.token("police")).status());
      Answer answered =
          Http.post(
                  request + "/answers",
                  enterprise.token(),
                  """
                  {"items": [{"n": 1, "status": "FULL", "documents": ["%s"]},
                             {"n": 2, "status": "NONE", "reasonCode": "NO_RECORD"}]}"""
                      .formatted(document.expect(201).text("id")))
              .expect(200);
      assertEquals("ANSWERED", answered.text("state"));
      assertTrue(answered.json().path("completeness").isNumber());
      police.await("request.answered", draft.text("id"));
      assertArrayEquals(
          RECORDS,
          Http.download(
              "%s/api/v1/request-documents/%s/content"
                  .formatted(stack.url(Port.INCIDENT), document.text("id")),
              stack.token("police")));

      // The Department has the header alone, other agencies and enterprises nothing.
      Answer header = Http.get(request, stack.token("department")).expect(200);
      assertFalse(header.json().toString().contains(ASKED), header.json().toString());
      Http.get(request, stack.token("customs")).expect(404);
      Http.get(request, Enterprise.enrolled(stack).token()).expect(404);
      assertEquals(
          "ACCEPTED",
          Http.post(request + "/accept", stack.token("police")).expect(200).text("state"));
    }
  }

  @Test
  void row_14_a_measure_is_taken_and_a_warning_reaches_the_peer_it_is_for() {
    Enterprise enterprise = Enterprise.enrolled(stack);
    Answer measure =
        post(
            Port.INCIDENT,
            "measures",
            enterprise.token(),
            """
            {"type": "BLOCK_NUMBER", "target": "0912 345 678", "startedAt": "2026-03-10T01:15:00Z"}""");
    assertEquals("ACTIVE", measure.expect(201).text("state"));
    Http.get(measure.header("Location").orElseThrow(), stack.token("department")).expect(200);

    Enterprise peer = Enterprise.enrolled(stack);
    Enterprise stranger = Enterprise.enrolled(stack);
    try (Receiver hearing =
        Receiver.of(stack, peer::token, Receiver.Manner.PATIENT, "exchange.published")) {
      assertEquals(
          400,
          post(Port.INCIDENT, "exchanges", enterprise.token(), warning("sectors", "TELECOM_MOBILE"))
              .status(),
          "AMBER goes to named recipients");
      Answer published =
          onceKnown(
              () ->
                  post(
                      Port.INCIDENT,
                      "exchanges",
                      enterprise.token(),
                      warning("recipients", peer.id)));
      assertEquals("PUBLISHED", published.expect(201).text("state"));
      hearing.await("exchange.published", published.text("id"));
      String exchange = published.header("Location").orElseThrow();
      Http.get(exchange, peer.token()).expect(200);
      Http.get(exchange, stranger.token()).expect(404);
      Http.get(exchange, stack.token("department")).expect(404);
    }
  }

  @Test
  void rows_15_and_16_a_report_is_prefilled_accepted_and_consolidated() {
    Enterprise enterprise = Enterprise.enrolled(stack);
    String period = period(report(enterprise).expect(201).text("receivedAt"));
    JsonNode obligation = awaitItem("obligations", enterprise, "period", period);
    Awaitility.await("the figures")
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                figure(
                            awaitItem(
                                "statistics?period=" + period,
                                enterprise,
                                "enterpriseId",
                                enterprise.id),
                            "POST_COUNTERFEIT")
                        .path("reported")
                        .asInt()
                    == 1);
    Answer draft =
        post(
            Port.REPORTING,
            "obligations/%s/reports".formatted(obligation.path("id").asText()),
            enterprise.token(),
            "{}");
    assertEquals("DRAFT", draft.expect(201).text("state"));
    assertEquals(24_000_000, figure(draft.json(), "POST_COUNTERFEIT").path("damageVnd").asLong());
    long before = counterfeits(freeze(period));

    String report = stack.url(Port.REPORTING) + "/api/v1/reports/" + draft.text("id");
    assertEquals(
        "SUBMITTED", Http.post(report + "/submit", enterprise.token()).expect(200).text("state"));
    assertEquals(
        "ACCEPTED",
        Http.post(report + "/accept", stack.token("department")).expect(200).text("state"));

    String consolidated = freeze(period);
    assertEquals(before + 1, counterfeits(consolidated));
    assertStarts("PK", Http.download(consolidated + "/document?format=docx", department()));
    assertStarts("PK", Http.download(consolidated + "/document?format=xlsx", department()));
    assertStarts("%PDF-", Http.download(consolidated + "/document?format=pdf", department()));
    Http.get(consolidated, enterprise.token()).expect(403);
  }

  /** A new consolidated report with its figures fixed; its address. */
  private String freeze(String period) {
    Answer collecting =
        post(
            Port.REPORTING,
            "consolidated-reports",
            department(),
            "{\"period\": \"%s\"}".formatted(period));
    assertEquals("COLLECTING", collecting.expect(201).text("state"));
    String url = collecting.header("Location").orElseThrow();
    Answer frozen = Http.post(url + "/freeze", department()).expect(200);
    assertEquals("FROZEN", frozen.text("state"));
    assertFalse(frozen.text("snapshot").isEmpty());
    assertTrue(frozen.json().path("missing").isArray());
    return url;
  }

  private long counterfeits(String consolidated) {
    JsonNode report = Http.get(consolidated, department()).expect(200).json();
    return figure(report, "POST_COUNTERFEIT").path("reported").asLong();
  }

  /** The first answer that is no refusal: the fact that an enterprise is active comes by Kafka. */
  private static Answer onceKnown(Callable<Answer> wish) {
    return Awaitility.await("an enterprise that incident-service knows")
        .atMost(Duration.ofSeconds(30))
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(200))
        .until(wish, answer -> answer.status() != 400 && answer.status() != 409);
  }

  private JsonNode awaitItem(String list, Enterprise enterprise, String member, String value) {
    return Awaitility.await(list + " with " + member + " " + value)
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(200))
        .until(
            () ->
                find(
                    Http.get(stack.url(Port.REPORTING) + "/api/v1/" + list, enterprise.token())
                        .expect(200)
                        .json()
                        .path("items"),
                    member,
                    value),
            item -> !item.isMissingNode());
  }

  private Answer report(Enterprise enterprise) {
    return Http.send(
        Http.to(stack.url(Port.INCIDENT) + "/api/v1/incidents", enterprise.token())
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .header("Content-Type", "application/json")
            .POST(
                Http.body(
                    """
                    {"stage": "EARLY", "violationTypes": ["POST_COUNTERFEIT"], "summary": "Giày giả nhãn hiệu",
                     "detectedAt": "2026-03-10T01:15:00Z", "estimatedDamageVnd": 24000000,
                     "indicators": [{"type": "CONSIGNMENT_NO", "value": "RR473124829VN"}]}""")));
  }

  private Answer post(Port service, String path, String token, String body) {
    return Http.post(stack.url(service) + "/api/v1/" + path, token, body);
  }

  private String department() {
    return stack.token("department");
  }

  private static String period(String receivedAt) {
    LocalDate day = LocalDate.ofInstant(Instant.parse(receivedAt), ZoneId.of("Asia/Ho_Chi_Minh"));
    return day.getYear() + (day.getMonthValue() <= 6 ? "-H1" : "-H2");
  }

  private static JsonNode figure(JsonNode report, String type) {
    return find(report.path("figures"), "violationType", type);
  }

  private static JsonNode find(JsonNode items, String member, String value) {
    return StreamSupport.stream(items.spliterator(), false)
        .filter(item -> item.path(member).asText().equals(value))
        .findFirst()
        .orElse(Http.JSON.missingNode());
  }

  private static void assertStarts(String magic, byte[] file) {
    assertEquals(magic, new String(file, 0, magic.length(), StandardCharsets.US_ASCII));
  }

  private static String ask(Enterprise enterprise) {
    return """
        {"enterpriseId": "%s", "purpose": "SUBJECT_VERIFICATION", "legalBasis": "Điều 88 BLTTHS",
         "document": {"number": "1204/CAHN-PC02", "date": "2026-03-10", "signerName": "Phạm Văn Ký"},
         "priority": "URGENT", "items": [{"category": "SUBSCRIBER", "description": "%s"},
           {"category": "LOCATION", "description": "trạm phục vụ ba tháng gần nhất"}]}"""
        .formatted(enterprise.id, ASKED);
  }

  private static String warning(String to, String whom) {
    return """
        {"title": "Cảnh báo SIM box", "tlp": "AMBER", "%s": ["%s"],
         "indicators": [{"type": "MSISDN", "value": "0912 345 678"}]}"""
        .formatted(to, whom);
  }
}
