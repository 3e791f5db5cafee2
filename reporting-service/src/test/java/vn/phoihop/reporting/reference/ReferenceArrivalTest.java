package vn.phoihop.reporting.reference;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static vn.phoihop.reporting.Api.as;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.phoihop.platform.test.Database;
import vn.phoihop.platform.test.Tokens;
import vn.phoihop.reporting.Api;

@QuarkusTest
class ReferenceArrivalTest {

  @Test
  void without_calendars_and_sectors_all_waits_and_then_happens() throws Exception {
    Api.awaitReady();
    Api.execute(
        "CREATE TABLE aside AS SELECT * FROM reference_list WHERE list IN ('CALENDARS', 'SECTORS')");
    Api.execute("DELETE FROM reference_list WHERE list IN ('CALENDARS', 'SECTORS')");
    UUID enterprise;
    try {
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> RestAssured.get("/q/health/ready").statusCode() == 503);
      RestAssured.get("/q/health/ready")
          .then()
          .body(
              "checks.find { it.name == 'reference lists' }.data.missing",
              equalTo("CALENDARS SECTORS"));
      as(Tokens.department())
          .body(
              "{\"title\": \"T\", \"sectors\": [\"POSTAL\"], \"dueAt\": \"%s\"}"
                  .formatted(Instant.now().plusSeconds(3600)))
          .post("/api/v1/campaigns")
          .then()
          .statusCode(503)
          .header("Retry-After", notNullValue());
      enterprise = Api.activate("POSTAL", Instant.now());
      UUID id = enterprise;
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> Database.count("SELECT count(*) FROM enterprise WHERE id = ?", id) == 1);
      as(Tokens.enterprise(enterprise))
          .get("/api/v1/obligations")
          .then()
          .statusCode(200)
          .body("items", hasSize(0));
    } finally {
      Api.execute("INSERT INTO reference_list SELECT * FROM aside");
      Api.execute("DROP TABLE aside");
      Api.awaitReady();
    }
    Api.awaitObligation(enterprise);
  }
}
