package vn.phoihop.platform.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is answered, and measured, of a path whatever it is asked by. */
@QuarkusTest
class PathsTest {

  private final String path = "/api/v1/notes/" + UUID.randomUUID();

  @Test
  void options_of_a_path_are_its_own() {
    given().options(path).then().statusCode(204).header("Allow", "GET, PUT, OPTIONS");
    given()
        .options("/api/v1/nothing")
        .then()
        .statusCode(404)
        .body("type", equalTo("urn:phoihop:problem:not-found"));
  }

  /** Otherwise anybody could fill the room that the measures of all have. */
  @Test
  void what_callers_write_into_a_path_or_for_a_method_is_not_measured_by() {
    given().delete(path).then().statusCode(405);
    given().options(path).then().statusCode(204);
    given().request("ODDITY", path);
    given()
        .get("/q/metrics")
        .then()
        .body(containsString("uri=\"UNMATCHED\""))
        .body(containsString("method=\"OTHER\""))
        .body(not(containsString(path)))
        .body(not(containsString("ODDITY")));
  }
}
