package vn.phoihop.liaison.contact;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.phoihop.liaison.Given;
import vn.phoihop.platform.test.Database;
import vn.phoihop.platform.test.EventContract;
import vn.phoihop.platform.test.Events;

/** What notification-service finds out is seen where the person is. */
@QuarkusTest
class ReachabilityTest {

  private UUID enterprise;
  private String designation;

  @BeforeEach
  void a_liaison() {
    enterprise = Given.activeEnterprise();
    designation = Given.active(enterprise, "PRIMARY");
  }

  @Test
  void a_liaison_is_marked_until_mail_arrives_again() throws Exception {
    unreachable(designation, "MAIL_REFUSED", "2026-11-29T02:00:00Z");
    changed(designation, "2026-11-29 02:00:00+00");
    for (var reader :
        new io.restassured.specification.RequestSpecification[] {
          Given.department(), Given.enterprise(enterprise)
        }) {
      reader
          .get("/api/v1/designations/{id}", designation)
          .then()
          .statusCode(200)
          .body("unreachable.reason", equalTo("MAIL_REFUSED"))
          .body("unreachable.since", equalTo("2026-11-29T02:00:00Z"));
    }
    // It keeps its beginning.
    unreachable(designation, "BOUNCED", "2026-11-29T03:00:00Z");
    changed(designation, "2026-11-29 03:00:00+00");
    Given.enterprise(enterprise)
        .get("/api/v1/unreachable-contacts")
        .then()
        .statusCode(200)
        .body("items.size()", equalTo(1))
        .body("items[0].personId", equalTo(designation))
        .body("items[0].reason", equalTo("BOUNCED"))
        .body("items[0].since", equalTo("2026-11-29T02:00:00Z"));
    Given.enterprise(Given.activeEnterprise())
        .get("/api/v1/unreachable-contacts")
        .then()
        .statusCode(200)
        .body("items.size()", equalTo(0));
    publish("contact.reachable", designation, "2026-11-29T04:00:00Z", event -> {});
    changed(designation, "2026-11-29 04:00:00+00");
    Given.department()
        .get("/api/v1/designations/{id}", designation)
        .then()
        .statusCode(200)
        .body("unreachable", nullValue());
    // An older failure that comes late changes nothing.
    unreachable(designation, "BOUNCED", "2026-11-29T03:30:00Z");
    String other = Given.active(Given.activeEnterprise(), "PRIMARY");
    unreachable(other, "BOUNCED", "2026-11-29T03:30:00Z");
    changed(other, "2026-11-29 03:30:00+00");
    Given.department()
        .get("/api/v1/unreachable-contacts")
        .then()
        .statusCode(200)
        .body("items.personId", not(hasItem(designation)));
  }

  @Test
  void a_leader_is_marked_at_the_enterprise() throws Exception {
    String leader =
        Database.column("SELECT leader_id FROM enterprise WHERE id = ?", enterprise).get(0);
    Given.department()
        .get("/api/v1/enterprises/{id}", enterprise)
        .then()
        .statusCode(200)
        .body("leaderUnreachable", nullValue());
    unreachable(leader, "BOUNCED", "2026-11-29T02:00:00Z");
    changed(leader, "2026-11-29 02:00:00+00");
    Given.enterprise(enterprise)
        .get("/api/v1/enterprises/{id}", enterprise)
        .then()
        .statusCode(200)
        .body("leaderUnreachable.reason", equalTo("BOUNCED"));
  }

  @Test
  void a_mail_server_that_is_away_marks_nobody() throws Exception {
    unreachable(designation, "MAIL_DEFERRED", "2026-11-29T02:00:00Z");
    String other = Given.active(Given.activeEnterprise(), "PRIMARY");
    unreachable(other, "BOUNCED", "2026-11-29T02:00:00Z");
    changed(other, "2026-11-29 02:00:00+00");
    assertEquals(
        0,
        Database.count(
            "SELECT count(*) FROM contact_reachability WHERE person_id = ?::uuid AND reason ="
                + " 'MAIL_DEFERRED'",
            designation));
  }

  private void unreachable(String person, String reason, String at) throws Exception {
    publish("contact.unreachable", person, at, event -> event.put("reason", reason));
  }

  private void publish(
      String type, String person, String at, java.util.function.Consumer<ObjectNode> change)
      throws Exception {
    ObjectNode event = (ObjectNode) new ObjectMapper().readTree(EventContract.example(type));
    event
        .put("personId", person)
        .put("party", enterprise.toString())
        .put("enterpriseId", enterprise.toString())
        .put("occurredAt", at);
    change.accept(event);
    EventContract.assertValid(type, event.toString());
    // One key a person, so that these come one after the other.
    Events.publish("phoihop.notification", type, person, event.toString());
  }

  private static void changed(String person, String at) {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () ->
                Database.count(
                        "SELECT count(*) FROM contact_reachability WHERE person_id = ?::uuid AND changed_at = ?::timestamptz",
                        person,
                        at)
                    == 1);
  }
}
