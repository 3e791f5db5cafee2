package vn.phoihop.incident;

import static org.awaitility.Awaitility.await;

import com.atlassian.oai.validator.restassured.OpenApiValidationFilter;
import io.restassured.RestAssured;
import io.restassured.config.HeaderConfig;
import io.restassured.config.HttpClientConfig;
import io.restassured.config.MultiPartConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.apache.http.entity.mime.HttpMultipartMode;
import vn.phoihop.platform.test.OpenApiContract;
import vn.phoihop.platform.test.ReferenceData;
import vn.phoihop.platform.test.Tokens;

/** The service as a client calls it; every answer is held against the OpenAPI document. */
public final class Api {

  public static final String EARLY_NOTICE =
      """
      {"stage": "EARLY", "violationTypes": ["TEL_BYPASS_SIMBOX"], "summary": "Nghi SIM box",
       "detectedAt": "2026-03-10T01:15:00Z",
       "indicators": [{"type": "MSISDN", "value": "0912 345 678"}, {"type": "IMEI", "value": "490154203237517"},
         {"type": "CELL_ID", "value": "452-04-1234-56789"}]}""";

  private static final OpenApiValidationFilter CONTRACT = OpenApiContract.filter("incident");

  /** A header given once more replaces the one set here; names of files are UTF-8. */
  private static final RestAssuredConfig CONFIG =
      RestAssured.config()
          .headerConfig(
              HeaderConfig.headerConfig()
                  .overwriteHeadersWithName("Idempotency-Key", "Accept-Language", "Content-Type"))
          .httpClient(
              HttpClientConfig.httpClientConfig()
                  .httpMultipartMode(HttpMultipartMode.BROWSER_COMPATIBLE))
          .multiPartConfig(
              MultiPartConfig.multiPartConfig().defaultCharset(StandardCharsets.UTF_8));

  private Api() {}

  /** A call with a JSON body; a POST gets a key of its own. */
  public static RequestSpecification as(String token) {
    return RestAssured.given()
        .config(CONFIG)
        .filter(CONTRACT)
        .auth()
        .oauth2(token)
        .contentType(ContentType.JSON)
        .header("Accept-Language", "en")
        .header("Idempotency-Key", UUID.randomUUID().toString());
  }

  /** Once the reference lists are here. */
  public static void awaitReady() {
    if (RestAssured.get("/q/health/ready").statusCode() != 200) {
      ReferenceData.publish();
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> RestAssured.get("/q/health/ready").statusCode() == 200);
    }
  }

  /** Reports an early notice and returns the incident's id. */
  public static String report(UUID enterprise) {
    return report(enterprise, EARLY_NOTICE);
  }

  public static String report(UUID enterprise, String body) {
    awaitReady();
    return as(Tokens.enterprise(enterprise))
        .body(body)
        .post("/api/v1/incidents")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  /** Makes a move that takes no body or this one, as the Department. */
  public static void move(String id, String verb, String body) {
    as(Tokens.department())
        .body(body)
        .post("/api/v1/incidents/{id}/" + verb, id)
        .then()
        .statusCode(200);
  }

  /** Seals a file and returns its id. */
  public static String seal(UUID enterprise, String incident, String name, String content) {
    return as(Tokens.enterprise(enterprise))
        .contentType("multipart/form-data")
        .multiPart("file", name, content.getBytes(StandardCharsets.UTF_8))
        .post("/api/v1/incidents/{id}/evidence", incident)
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }
}
