package vn.phoihop.notification.email;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.phoihop.notification.TestEnterprise.SOON;
import static vn.phoihop.notification.TestEnterprise.counted;
import static vn.phoihop.notification.TestEnterprise.inbox;
import static vn.phoihop.notification.TestEnterprise.mails;
import static vn.phoihop.notification.TestEnterprise.text;
import static vn.phoihop.notification.TestEnterprise.update;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.util.GreenMail;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.phoihop.notification.Receiver;
import vn.phoihop.notification.Subscriber;
import vn.phoihop.notification.TestEnterprise;
import vn.phoihop.platform.test.Database;
import vn.phoihop.platform.test.EventContract;
import vn.phoihop.platform.test.Events;
import vn.phoihop.platform.test.Tokens;

/** Whom mail does not reach is known to the Department; and whom it reaches again. */
@QuarkusTest
class ReachabilityTest {

  private static final String DESK = "truc.ban@so.example";

  private final TestEnterprise enterprise = TestEnterprise.fresh();

  @Test
  void a_refused_address_is_marked_told_to_the_department_once_and_cleared_by_the_next_mail()
      throws Exception {
    UUID person = enterprise.person("PRIMARY", enterprise.address("sai"));
    enterprise.person("DEPUTY", enterprise.address("du.bi"));
    String subscription;
    UUID first;
    UUID second;
    try (Receiver receiver = Receiver.ok()) {
      subscription =
          given()
              .auth()
              .oauth2(Tokens.department())
              .contentType(ContentType.JSON)
              .body(
                  Map.of(
                      "url",
                      receiver.url(),
                      "eventTypes",
                      List.of("contact.unreachable", "contact.reachable")))
              .post("/api/v1/subscriptions")
              .then()
              .statusCode(201)
              .extract()
              .path("id");
      try (AutoCloseable server =
          MailServer.refusing("550 5.1.1 no such user", enterprise.address("sai"))) {
        first = enterprise.publish("incident.referred");
        second = enterprise.publish("incident.returned");
        for (UUID event : List.of(first, second)) {
          counted(
              1,
              "SELECT count(*) FROM notice WHERE event_id = ? AND addressee = 'LIAISON' AND state ="
                  + " 'UNREACHABLE' AND error_code = 'MAIL_REFUSED' AND status_code = '550'",
              event);
        }
      }
      counted(
          1,
          "SELECT count(*) FROM contact WHERE person_id = ? AND unreachable_reason ="
              + " 'MAIL_REFUSED' AND unreachable_since IS NOT NULL",
          person);
      await()
          .atMost(SOON)
          .until(
              () ->
                  receiver.calls().stream()
                      .anyMatch(
                          call ->
                              call.text().contains("contact.unreachable")
                                  && call.text().contains(enterprise.id().toString())));
      GreenMail mail = MailServer.taking();
      try {
        // The Department: one alert for the person, whatever the number of mails. The deputy gets
        // what the liaison could not. What was under way when the server came waits once more.
        await()
            .atMost(SOON)
            .until(
                () -> {
                  update(
                      "UPDATE notice SET next_at = now() WHERE enterprise_id = ? AND state ="
                          + " 'RETRY_WAIT' AND addressee IN ('DEPARTMENT', 'DEPUTY')",
                      enterprise.id());
                  return inbox(mail, DESK).stream().anyMatch(m -> says(m, person.toString()))
                      && inbox(mail, enterprise.address("du.bi")).size() == 2;
                });
        assertEquals(1, inbox(mail, DESK).stream().filter(m -> says(m, person.toString())).count());
        MimeMessage alert =
            inbox(mail, DESK).stream().filter(m -> says(m, person.toString())).findFirst().get();
        assertTrue(text(alert).startsWith("Kính gửi bộ phận trực của Sở,"), text(alert));
        assertTrue(text(alert).contains("/enterprises/" + enterprise.id()), text(alert));
        assertFalse(text(alert).contains("sai@"), text(alert));
        UUID third = enterprise.publish("incident.returned");
        mails(mail, enterprise.address("sai"), 1);
        counted(
            1,
            "SELECT count(*) FROM contact WHERE person_id = ? AND unreachable_since IS NULL",
            person);
        JsonNode again = fact("contact.reachable");
        EventContract.assertValid("contact.reachable", again.toString());
        assertEquals(person.toString(), again.get("personId").asText());
        assertFalse(third.equals(first));
      } finally {
        mail.stop();
      }
    } finally {
      update("UPDATE subscription SET state = 'DELETED' WHERE party = 'DEPARTMENT'");
    }
    assertFalse(subscription.isEmpty());
  }

  @Test
  void a_mail_that_comes_back_is_reported_by_the_mail_system() throws Exception {
    UUID person = enterprise.person("PRIMARY", enterprise.address("day"));
    GreenMail mail = MailServer.taking();
    try {
      UUID event = enterprise.publish("incident.referred");
      String messageId = mails(mail, enterprise.address("day"), 1).get(0).getMessageID();
      String notice = messageId.substring(1, messageId.indexOf('@'));
      counted(1, "SELECT count(*) FROM notice WHERE id = ?::uuid AND state = 'SENT'", notice);
      bounce(notice, "4.2.2").statusCode(400).body("errors.pointer", hasItems("/status"));
      bounce(notice, "5.2.2").statusCode(202);
      counted(
          1,
          "SELECT count(*) FROM notice WHERE id = ?::uuid AND state = 'BOUNCED' AND status_code ="
              + " '5.2.2'",
          notice);
      bounce(notice, "5.2.2").statusCode(202);
      assertEquals(
          List.of("BOUNCED"),
          Database.column("SELECT unreachable_reason FROM contact WHERE person_id = ?", person));
      JsonNode told = fact("contact.unreachable");
      EventContract.assertValid("contact.unreachable", told.toString());
      assertEquals("BOUNCED", told.get("reason").asText());
      await()
          .atMost(SOON)
          .until(() -> inbox(mail, DESK).stream().anyMatch(m -> says(m, person.toString())));
      // Of a notice that was never sent nothing can come back.
      String waiting =
          Database.column(
                  "SELECT id FROM notice WHERE event_id = ? AND addressee = 'LEADER'", event)
              .get(0);
      bounce(waiting, "5.1.1").statusCode(409);
    } finally {
      mail.stop();
    }
  }

  @Test
  void an_alert_that_the_duty_desk_refuses_is_kept_until_somebody_mends_that() throws Exception {
    enterprise.person("PRIMARY", enterprise.address("sai"));
    try (AutoCloseable server = MailServer.refusing("550 5.1.1 no such user")) {
      enterprise.publish("incident.referred");
      counted(
          1,
          "SELECT count(*) FROM notice WHERE enterprise_id = ? AND addressee = 'DEPARTMENT' AND state ="
              + " 'RETRY_WAIT' AND error_code = 'MAIL_REFUSED'",
          enterprise.id());
    }
  }

  @Test
  void another_address_has_not_failed_yet() throws Exception {
    UUID person = enterprise.person("PRIMARY", enterprise.address("cu"));
    update(
        "UPDATE contact SET unreachable_since = now(), unreachable_reason = 'BOUNCED' WHERE person_id = ?",
        person);
    enterprise.contact(person, "PRIMARY", enterprise.address("cu"), true, 5);
    counted(
        1,
        "SELECT count(*) FROM contact WHERE person_id = ? AND unreachable_since IS NOT NULL",
        person);
    enterprise.contact(person, "PRIMARY", enterprise.address("moi"), true, 6);
    counted(
        1,
        "SELECT count(*) FROM contact WHERE person_id = ? AND unreachable_since IS NULL",
        person);
  }

  @Test
  void the_ledger_shows_each_party_what_is_its_own_and_no_address() throws Exception {
    enterprise.person("LEADER", enterprise.address("sep"));
    UUID request = UUID.randomUUID();
    GreenMail mail = MailServer.taking();
    try {
      enterprise.request(request, "ROUTINE");
      mails(mail, enterprise.address("sep"), 1);
      counted(1, "SELECT count(*) FROM notice WHERE object_id = ? AND state = 'SENT'", request);
    } finally {
      mail.stop();
    }
    for (String token :
        List.of(Tokens.enterprise(enterprise.id()), Tokens.department(), Tokens.operator())) {
      String list =
          Subscriber.as(token)
              .queryParam("objectId", request)
              .get("/api/v1/notices")
              .then()
              .statusCode(200)
              .body("items.size()", equalTo(2))
              .body("items.addressee", hasItems("LEADER", "LIAISON"))
              .body("items.find { it.addressee == 'LEADER' }.state", equalTo("SENT"))
              .body("items.find { it.addressee == 'LEADER' }.reference", equalTo("YC-2026-000123"))
              .extract()
              .asString();
      assertFalse(list.contains("@"), list);
    }
    Subscriber.as(Tokens.enterprise(UUID.randomUUID()))
        .queryParam("objectId", request)
        .get("/api/v1/notices")
        .then()
        .statusCode(200)
        .body("items.size()", equalTo(0));
    Subscriber.as(Tokens.operator())
        .queryParam("failed", true)
        .queryParam("objectId", request)
        .get("/api/v1/notices")
        .then()
        .statusCode(200)
        .body("items.size()", equalTo(0));
  }

  @Test
  void a_bounce_without_a_report_is_refused() {
    given()
        .auth()
        .oauth2(Tokens.operator())
        .contentType(ContentType.JSON)
        .body("null")
        .post("/api/v1/notices/" + UUID.randomUUID() + "/bounce")
        .then()
        .statusCode(400)
        .body("errors.pointer", contains(""))
        .body("errors.code", contains("REQUIRED"));
  }

  @Test
  void whether_it_failed_is_asked_by_true_or_false() {
    for (String list : List.of("notices?failed", "escalations?running")) {
      given()
          .auth()
          .oauth2(Tokens.department())
          .get("/api/v1/" + list + "=maybe")
          .then()
          .statusCode(400)
          .contentType("application/problem+json")
          .body("errors.pointer", contains("query:" + list.split("\\?")[1]));
    }
  }

  private static io.restassured.response.ValidatableResponse bounce(String notice, String status) {
    return Subscriber.as(Tokens.operator())
        .contentType(ContentType.JSON)
        .body(Map.of("status", status))
        .post("/api/v1/notices/" + notice + "/bounce")
        .then();
  }

  private JsonNode fact(String type) throws Exception {
    return new ObjectMapper()
        .readTree(
            Events.await(
                    "phoihop.notification",
                    seen ->
                        seen.type().equals(type)
                            && seen.data().contains(enterprise.id().toString()))
                .data());
  }

  private static boolean says(MimeMessage message, String words) {
    try {
      return text(message).contains(words);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
