package vn.phoihop.reporting;

import static org.awaitility.Awaitility.await;

import com.atlassian.oai.validator.restassured.OpenApiValidationFilter;
import io.restassured.RestAssured;
import io.restassured.config.HeaderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import vn.phoihop.platform.test.Database;
import vn.phoihop.platform.test.EventContract;
import vn.phoihop.platform.test.Events;
import vn.phoihop.platform.test.OpenApiContract;
import vn.phoihop.platform.test.ReferenceData;
import vn.phoihop.platform.test.Tokens;

/** The service as a client calls it; every answer is held against the OpenAPI document. */
public final class Api {

  private static final OpenApiValidationFilter CONTRACT = OpenApiContract.filter("reporting");
  private static final String EXAMPLE_ID = "019a1f6e-7c00-7000-8000-000000000001";

  /** A header given once more replaces the one set here. */
  private static final RestAssuredConfig CONFIG =
      RestAssured.config()
          .headerConfig(
              HeaderConfig.headerConfig()
                  .overwriteHeadersWithName("Idempotency-Key", "Accept-Language", "Content-Type"));

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
          .atMost(Duration.ofSeconds(60))
          .until(() -> RestAssured.get("/q/health/ready").statusCode() == 200);
    }
  }

  /** Tells of an enterprise that became active at that time. */
  public static UUID activate(String sector, Instant at) {
    UUID id = UUID.randomUUID();
    tell(id, "enterprise.activated", sector, at);
    return id;
  }

  private static void tell(UUID id, String type, String sector, Instant at) {
    Events.publish(
        "phoihop.liaison",
        type,
        id.toString(),
        EventContract.example(type)
            .replace(EXAMPLE_ID, id.toString())
            .replace("[\"TELECOM_MOBILE\", \"ISP\"]", "[\"" + sector + "\"]")
            .replaceAll("\"occurredAt\": \"[^\"]+\"", "\"occurredAt\": \"" + at + "\""));
  }

  /** An enterprise that has just become active. */
  public static UUID enterprise() {
    awaitReady();
    UUID id = activate("POSTAL", Instant.now());
    awaitObligation(id);
    return id;
  }

  /** The id of its obligation for the running period. */
  public static String awaitObligation(UUID enterprise) {
    return await("an obligation")
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> {
              JsonPath page =
                  as(Tokens.enterprise(enterprise)).get("/api/v1/obligations").jsonPath();
              return page.getString("items[0].id");
            },
            java.util.Objects::nonNull);
  }

  /** A report in DRAFT; its id. */
  public static String start(UUID enterprise) {
    return as(Tokens.enterprise(enterprise))
        .post("/api/v1/obligations/{id}/reports", awaitObligation(enterprise))
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  /** A report that waits for the Department; its id. */
  public static String submit(UUID enterprise) {
    String report = start(enterprise);
    move(Tokens.enterprise(enterprise), report, "submit", "{}");
    return report;
  }

  public static void move(String token, String report, String verb, String body) {
    as(token).body(body).post("/api/v1/reports/{id}/" + verb, report).then().statusCode(200);
  }

  /** Publishes a fact of incident-service and waits until it is taken. */
  public static void tell(String type, String key, String json) {
    UUID event = Events.publish("phoihop.incident", type, key, json);
    await("a fact to be taken")
        .atMost(Duration.ofSeconds(30))
        .until(() -> Database.count("SELECT count(*) FROM inbox WHERE event_id = ?", event) == 1);
  }

  /** An incident of an enterprise, received now, of this type and state; its id. */
  public static UUID incident(UUID enterprise, String types, String state, long damage) {
    UUID id = UUID.randomUUID();
    tell(
        "incident.received",
        id.toString(),
        """
        {"id": "%s", "enterpriseId": "%s", "violationTypes": %s, "state": "%s", "sequence": 1, "receivedAt": "%s",
         "estimatedDamageVnd": %d}"""
            .formatted(id, enterprise, types, state, Instant.now(), damage));
    return id;
  }

  public static void execute(String sql) throws SQLException {
    Database.asSuperuser(
        connection -> {
          try (var statement = connection.createStatement()) {
            return statement.execute(sql);
          }
        });
  }
}
