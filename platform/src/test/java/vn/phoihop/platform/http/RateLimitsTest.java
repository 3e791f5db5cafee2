package vn.phoihop.platform.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import vn.phoihop.platform.test.Tokens;

@QuarkusTest
@TestProfile(RateLimitsTest.Tight.class)
class RateLimitsTest {

  /** A burst of 20 and one a second: no test is so slow that it never meets the end of it. */
  public static class Tight implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "phoihop.limits.requests-per-second", "1", "phoihop.limits.requests-burst", "20");
    }
  }

  private static final String NOTES = "/api/v1/notes";

  @Test
  void a_client_that_asks_too_often_is_told_when_to_come_back() {
    String token = Tokens.enterprise(UUID.randomUUID());
    Response first = untilItIs(200, () -> given().auth().oauth2(token).get(NOTES));
    first
        .then()
        .header("RateLimit-Policy", "\"default\";q=20;w=20")
        .header("RateLimit", matchesPattern("\"default\";r=\\d+;t=\\d+"));
    RequestSpecification browser =
        given()
            .auth()
            .oauth2(token)
            .header("Origin", "http://localhost:5173")
            .header("Accept-Language", "en");
    untilItIs(429, () -> browser.get(NOTES))
        .then()
        .contentType("application/problem+json")
        .header("Retry-After", "1")
        .header("RateLimit", matchesPattern("\"default\";r=0;t=\\d+"))
        .header("Access-Control-Allow-Origin", "http://localhost:5173")
        .header(
            "Access-Control-Expose-Headers",
            matchesPattern(".*Retry-After.*RateLimit-Policy.*RateLimit.*"))
        .body("type", equalTo("urn:phoihop:problem:too-many-requests"))
        .body("title", equalTo("Too many requests"));

    // Another client has its own; health is never limited.
    String other = Tokens.enterprise(UUID.randomUUID());
    untilItIs(200, () -> given().auth().oauth2(other).get(NOTES));
    for (int i = 0; i < 30; i++) {
      given().get("/q/health/live").then().statusCode(200);
    }
  }

  @Test
  void a_forged_token_counts_for_its_sender_and_not_for_whom_it_names() {
    UUID victim = UUID.randomUUID();
    String genuine = Tokens.enterprise(victim);
    untilItIs(200, () -> given().auth().oauth2(genuine).get(NOTES));
    String forged = genuine.substring(0, genuine.lastIndexOf('.') + 1) + "AAAA";
    untilItIs(429, () -> given().auth().oauth2(forged).get(NOTES));
    given().auth().oauth2(genuine).get(NOTES).then().statusCode(200);
  }

  @Test
  void another_way_to_write_the_path_is_no_way_round() {
    String token = Tokens.enterprise(UUID.randomUUID());
    untilItIs(200, () -> given().auth().oauth2(token).get(NOTES));
    untilItIs(
        429,
        () ->
            given().auth().oauth2(token).urlEncodingEnabled(false).get("/q/%2e%2e/%61pi/v1/notes"));
  }

  /** Of many requests one after the other, the first with this status. */
  private static Response untilItIs(int status, Supplier<Response> request) {
    Response response = request.get();
    for (int i = 0; i < 100 && response.statusCode() != status; i++) {
      response = request.get();
    }
    assertEquals(status, response.statusCode());
    return response;
  }
}
