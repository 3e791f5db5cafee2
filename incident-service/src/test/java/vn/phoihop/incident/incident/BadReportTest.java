package vn.phoihop.incident.incident;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.phoihop.incident.Api.as;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.phoihop.incident.Api;
import vn.phoihop.incident.report.Reports;
import vn.phoihop.platform.test.Database;
import vn.phoihop.platform.test.Tokens;

/** Whatever is sent: a problem that names the field, nothing changed, never a 5xx. */
@QuarkusTest
class BadReportTest {

  private final UUID enterprise = UUID.randomUUID();

  @BeforeEach
  void ready() {
    Api.awaitReady();
  }

  @AfterEach
  void nothing_has_changed() throws Exception {
    assertEquals(
        0,
        Database.count(
            "SELECT count(*) FROM incident WHERE enterprise_id = ?::uuid", enterprise.toString()));
    assertEquals(
        0,
        Database.count("SELECT count(*) FROM idempotency WHERE party = ?", enterprise.toString()));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          stage              | -                                   | /stage              | REQUIRED
          stage              | LATE                                | /stage              | FORMAT
          stage              | 0                                   | /stage              | FORMAT
          violationTypes     | -                                   | /violationTypes     | REQUIRED
          violationTypes     | []                                  | /violationTypes     | SIZE
          violationTypes     | ["TEL_FEE_THEFT","TEL_FEE_THEFT"]   | /violationTypes     | DUPLICATE_ITEM
          violationTypes     | ["TEL_FEE_THEFT","NO_SUCH_TYPE"]    | /violationTypes/1   | UNKNOWN_CODE
          violationTypes     | [null]                              | /violationTypes/0   | REQUIRED
          violationTypes     | TEL_FEE_THEFT                       | /violationTypes     | FORMAT
          summary            | ' '                                 | /summary            | REQUIRED
          detectedAt         | hôm qua                             | /detectedAt         | FORMAT
          detectedAt         | 2026-03-10                          | /detectedAt         | FORMAT
          indicators         | [{"type":"MSISDN","value":"0912ABC678"}] | /indicators/0/value | MALFORMED_INDICATOR
          indicators         | [{"type":"IP","value":"300.1.1.1"}] | /indicators/0/value | MALFORMED_INDICATOR
          indicators         | [{"type":"PHONE","value":"0912"}]   | /indicators/0/type  | FORMAT
          indicators         | [{"type":"IP"}]                     | /indicators/0/value | REQUIRED
          indicators         | [null]                              | /indicators/0       | REQUIRED
          estimatedDamageVnd | {"vnd": 1}                          | /estimatedDamageVnd | FORMAT
          detectionMethod    | DREAM                               | /detectionMethod    | UNKNOWN_CODE
          stateSecretGrade   | TUYET_MAT                           | /stateSecretGrade   | STATE_SECRET
          tlp                | PINK                                | /tlp                | FORMAT
          place              | {"ward": "x"}                       | /place/ward         | UNKNOWN_FIELD
          severity           | LOW                                 | /severity           | UNKNOWN_FIELD
          reason             | vì sao                              | /reason             | UNKNOWN_FIELD
          """)
  void a_wrong_field_is_named(String field, String value, String pointer, String code) {
    refused(Reports.early().with(field, value).json())
        .statusCode(400)
        .body("errors.pointer", hasItem(pointer))
        .body("errors.find { it.pointer == '" + pointer + "' }.code", equalTo(code));
  }

  @Test
  void numbers_stay_within_their_bounds() {
    refused(Reports.early().with("estimatedDamageVnd", -1).json())
        .statusCode(400)
        .body("errors.pointer", hasItem("/estimatedDamageVnd"));
    refused(Reports.early().with("minutesLost", 1.5).json())
        .statusCode(400)
        .body("errors.pointer", hasItem("/minutesLost"));
    refused(Api.EARLY_NOTICE.replaceFirst("\\{", "{\"affectedUsers\": 1e400,")).statusCode(400);
  }

  @Test
  void what_is_detected_tomorrow_is_not_detected() {
    Instant tomorrow = Instant.now().plus(1, ChronoUnit.DAYS);

    refused(Reports.early().with("detectedAt", tomorrow.toString()).json())
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/detectedAt"))
        .body("errors[0].code", equalTo("FUTURE"));
  }

  @Test
  void two_hundred_indicators_are_the_most() {
    String one = "{\"type\":\"IP\",\"value\":\"192.0.2.1\"}";
    String many = "[" + String.join(",", Collections.nCopies(201, one)) + "]";

    refused(Reports.early().with("indicators", many).json())
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/indicators"));
  }

  @Test
  void five_megabytes_are_too_many() {
    refused(Reports.early().with("summary", "a".repeat(5_000_000)).json()).statusCode(413);
  }

  @Test
  void a_field_that_comes_twice_is_refused() {
    refused(Api.EARLY_NOTICE.replaceFirst("\\{", "{\"stage\": \"EARLY\",")).statusCode(400);
  }

  @ParameterizedTest
  @CsvSource({
    "\\u0000, CONTROL_CHARACTER",
    "\\ud800, LONE_SURROGATE",
    "\\udc00 x, LONE_SURROGATE",
  })
  void text_that_cannot_be_kept_is_refused(String escaped, String code) {
    refused(Reports.early().with("summary", "@@").json().replace("@@", "a" + escaped))
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/summary"))
        .body("errors[0].code", equalTo(code));
  }

  @Test
  void bytes_that_are_not_utf_8_are_refused() {
    byte[] body = Reports.early().with("summary", "@@").json().getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < body.length - 1; i++) {
      if (body[i] == '@' && body[i + 1] == '@') {
        body[i] = (byte) 0xc3;
        body[i + 1] = (byte) 0x28;
      }
    }

    as(Tokens.enterprise(enterprise))
        .contentType("application/json")
        .body(body)
        .post("/api/v1/incidents")
        .then()
        .statusCode(400)
        .contentType("application/problem+json");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"{", "[]", "null", "''", "\"text\"", "{}", "{\"stage\":}", "{} {}"})
  void what_is_no_report_is_refused(String body) {
    refused(body).statusCode(400);
  }

  @Test
  void another_media_type_is_refused() {
    as(Tokens.enterprise(enterprise))
        .contentType("text/plain")
        .body(Api.EARLY_NOTICE)
        .post("/api/v1/incidents")
        .then()
        .statusCode(415)
        .contentType("application/problem+json");
  }

  @Test
  void refusals_speak_vietnamese_unless_asked_otherwise() {
    as(Tokens.enterprise(enterprise))
        .header("Accept-Language", "vi")
        .body(Reports.early().with("stateSecretGrade", "MAT").json())
        .post("/api/v1/incidents")
        .then()
        .statusCode(400)
        .body("errors[0].message", org.hamcrest.Matchers.startsWith("Không lưu bí mật nhà nước"));
  }

  private ValidatableResponse refused(String body) {
    return as(Tokens.enterprise(enterprise))
        .body(body)
        .post("/api/v1/incidents")
        .then()
        .contentType("application/problem+json");
  }
}
