package vn.phoihop.incident.reference;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.phoihop.incident.Api.as;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.phoihop.incident.Api;
import vn.phoihop.incident.report.Reports;
import vn.phoihop.platform.test.Database;
import vn.phoihop.platform.test.EventContract;
import vn.phoihop.platform.test.Events;
import vn.phoihop.platform.test.Tokens;

@QuarkusTest
class ReferenceArrivalTest {

  @BeforeEach
  void ready() {
    Api.awaitReady();
  }

  @Test
  void a_service_that_is_ready_speaks_of_nothing_missing() {
    RestAssured.get("/q/health/ready")
        .then()
        .statusCode(200)
        .body("checks.find { it.name == 'reference lists' }.status", equalTo("UP"))
        .body("checks.find { it.name == 'reference lists' }.data", nullValue());
  }

  @Test
  void without_a_list_reports_wait_and_the_service_says_what_is_missing() throws SQLException {
    execute("CREATE TABLE aside AS SELECT * FROM reference_list WHERE list = 'ROUTING'");
    execute("DELETE FROM reference_list WHERE list = 'ROUTING'");
    try {
      await()
          .atMost(Duration.ofSeconds(10))
          .until(() -> RestAssured.get("/q/health/ready").statusCode() == 503);
      RestAssured.get("/q/health/ready")
          .then()
          .body("checks.find { it.name == 'reference lists' }.data.missing", equalTo("ROUTING"));
      as(Tokens.enterprise(UUID.randomUUID()))
          .body(Api.EARLY_NOTICE)
          .post("/api/v1/incidents")
          .then()
          .statusCode(503)
          .contentType("application/problem+json")
          .header("Retry-After", notNullValue());
    } finally {
      execute("INSERT INTO reference_list SELECT * FROM aside");
      execute("DROP TABLE aside");
      Api.awaitReady();
    }
  }

  @Test
  void the_highest_version_that_is_valid_counts_in_whatever_order_they_come() {
    publish(3, "2007-07-12", "OTHER", "SMUGGLED_TEA_3");
    publish(2, "2007-07-12", "OTHER", "SMUGGLED_TEA_2");
    publish(4, "2099-01-01", "OTHER", "SMUGGLED_TEA_4");
    try {
      await().atMost(Duration.ofSeconds(20)).until(() -> report("SMUGGLED_TEA_3") == 201);
      await()
          .atMost(Duration.ofSeconds(20))
          .until(
              () ->
                  Database.count(
                          "SELECT count(*) FROM reference_list WHERE list = 'VIOLATION_TYPES'")
                      == 4);
      assertEquals(400, report("SMUGGLED_TEA_2"));
      assertEquals(400, report("SMUGGLED_TEA_4"));
      assertEquals(400, report("TEL_FEE_THEFT"));
    } finally {
      execute("DELETE FROM reference_list WHERE list = 'VIOLATION_TYPES' AND version > 1");
      await().atMost(Duration.ofSeconds(10)).until(() -> report("TEL_FEE_THEFT") == 201);
    }
  }

  @Test
  void an_enterprise_keeps_its_latest_name_whatever_order_its_facts_come_in() {
    UUID id = UUID.randomUUID();
    publishEnterprise("enterprise.activated", id, "Tên mới", 2);
    publishEnterprise("enterprise.registered", id, "Tên cũ", 1);
    publishEnterprise("enterprise.enrolled", id, "Tên mới nhất", 3);

    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                Database.column("SELECT name FROM enterprise WHERE id = ?::uuid", id.toString())
                    .equals(List.of("Tên mới nhất")));
  }

  private static int report(String violationType) {
    return as(Tokens.enterprise(UUID.randomUUID()))
        .body(Reports.early().with("violationTypes", "[\"" + violationType + "\"]").json())
        .post("/api/v1/incidents")
        .statusCode();
  }

  private static void publish(int version, String validFrom, String... codes) {
    String items =
        String.join(
            ",",
            java.util.Arrays.stream(codes)
                .map(
                    code ->
                        "{\"code\":\"%s\",\"vi\":\"x\",\"en\":\"x\",\"legalBases\":[]}"
                            .formatted(code))
                .toList());
    String event =
        """
        {"id": "cbb3d9dd-5eb0-3435-a8cd-f6711ceef719", "list": "VIOLATION_TYPES", "validFrom": "%s", "items": [%s],
         "state": "PUBLISHED", "version": %d, "sequence": %d, "tlp": "CLEAR", "occurredAt": "2026-01-01T00:00:00Z",
         "audience": []}"""
            .formatted(validFrom, items, version, version);
    EventContract.assertValid("reference.published", event);
    Events.publish(
        "phoihop.liaison", "reference.published", "cbb3d9dd-5eb0-3435-a8cd-f6711ceef719", event);
  }

  private static void publishEnterprise(String type, UUID id, String name, int sequence) {
    Events.publish(
        "phoihop.liaison",
        type,
        id.toString(),
        "{\"id\": \"%s\", \"name\": \"%s\", \"sectors\": [\"ISP\"], \"state\": \"ACTIVE\", \"sequence\": %d}"
            .formatted(id, name, sequence));
  }

  private static void execute(String sql) {
    try {
      Database.asSuperuser(connection -> connection.createStatement().execute(sql));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
