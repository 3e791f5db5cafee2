package vn.phoihop.notification.email;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.phoihop.notification.TestEnterprise.counted;
import static vn.phoihop.notification.TestEnterprise.inbox;
import static vn.phoihop.notification.TestEnterprise.mails;
import static vn.phoihop.notification.TestEnterprise.text;
import static vn.phoihop.notification.TestEnterprise.update;

import com.icegreen.greenmail.util.GreenMail;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.phoihop.notification.Subscriber;
import vn.phoihop.notification.TestEnterprise;
import vn.phoihop.platform.test.Database;
import vn.phoihop.platform.test.Tokens;

/** How a person is told follows what it has chosen; and what it has not. */
@QuarkusTest
class TellingTest {

  private final TestEnterprise enterprise = TestEnterprise.fresh();
  private GreenMail mail;

  @BeforeEach
  void a_mail_server() {
    mail = MailServer.taking();
  }

  @AfterEach
  void no_mail_server() {
    mail.stop();
  }

  @Test
  void who_is_liaison_and_leader_at_once_is_told_once() throws Exception {
    String both = enterprise.address("giam.doc");
    enterprise.person("PRIMARY", both);
    enterprise.person("LEADER", both.toUpperCase(java.util.Locale.ROOT));
    UUID event = enterprise.publish("incident.referred");
    counted(
        1,
        "SELECT count(*) FROM notice WHERE event_id = ? AND state = 'SUPPRESSED' AND error_code ="
            + " 'DUPLICATE'",
        event);
    counted(1, "SELECT count(*) FROM notice WHERE event_id = ? AND state = 'SENT'", event);
    assertEquals(
        1,
        List.of(mail.getReceivedMessages()).stream()
            .filter(
                m -> {
                  try {
                    return m.getAllRecipients()[0].toString().equalsIgnoreCase(both);
                  } catch (jakarta.mail.MessagingException e) {
                    throw new IllegalStateException(e);
                  }
                })
            .count());
  }

  @Test
  void what_is_not_urgent_comes_as_one_mail_a_day() throws Exception {
    UUID person = enterprise.person("PRIMARY", enterprise.address("gom"));
    update(
        "UPDATE preference SET digested = '{INCIDENT}', language = 'VI' WHERE person_id = ?",
        person);
    UUID first = enterprise.publish("incident.referred");
    UUID second = enterprise.publish("incident.returned");
    counted(
        2,
        "SELECT count(*) FROM notice WHERE person_id = ? AND state = 'IN_DIGEST' AND digest_id IS"
            + " NOT NULL",
        person);
    counted(
        1,
        "SELECT count(*) FROM notice WHERE person_id = ? AND kind = 'DIGEST' AND state = 'QUEUED'"
            + " AND next_at > now() AND next_at <= now() + interval '1 day'",
        person);
    assertEquals(0, inbox(mail, enterprise.address("gom")).size());
    // Mandatory classes are told at once all the same.
    enterprise.request(UUID.randomUUID(), "ROUTINE");
    assertTrue(
        mails(mail, enterprise.address("gom"), 1)
            .get(0)
            .getSubject()
            .equals("[Phối Hợp] " + NoticeKind.REQUEST_ISSUED.vi()));
    update("UPDATE notice SET next_at = now() WHERE person_id = ? AND kind = 'DIGEST'", person);
    String digest = text(mails(mail, enterprise.address("gom"), 2).get(1));
    for (UUID event : List.of(first, second)) {
      String object =
          Database.column(
                  "SELECT object_id FROM notice WHERE event_id = ? AND addressee = 'LIAISON'",
                  event)
              .get(0);
      assertTrue(digest.contains("/incidents/" + object), digest);
    }
    assertTrue(digest.contains("- " + NoticeKind.INCIDENT_RETURNED.vi() + "."), digest);
    assertTrue(digest.contains("Vì sao Quý vị nhận thư này"), digest);
    assertFalse(digest.contains("Why you get this"), digest);
    // What comes now is for the next day: this one's digest is gone.
    enterprise.publish("incident.referred");
    counted(
        1,
        "SELECT count(*) FROM notice WHERE person_id = ? AND kind = 'DIGEST' AND state = 'QUEUED'",
        person);
  }

  @Test
  void what_waits_for_somebody_who_left_goes_to_who_came() throws Exception {
    UUID person = enterprise.person("PRIMARY", enterprise.address("nghi"));
    update("UPDATE preference SET digested = '{INCIDENT}' WHERE person_id = ?", person);
    UUID event = enterprise.publish("incident.referred");
    counted(1, "SELECT count(*) FROM notice WHERE person_id = ? AND state = 'IN_DIGEST'", person);
    enterprise.contact(person, "PRIMARY", enterprise.address("nghi"), false, 9);
    enterprise.person("PRIMARY", enterprise.address("thay"));
    update("UPDATE notice SET next_at = now() WHERE person_id = ? AND kind = 'DIGEST'", person);
    mails(mail, enterprise.address("thay"), 1);
    assertEquals(0, inbox(mail, enterprise.address("nghi")).size());
    counted(
        1,
        "SELECT count(*) FROM notice WHERE event_id = ? AND addressee = 'LIAISON' AND state = 'SENT'",
        event);
    counted(
        1,
        "SELECT count(*) FROM notice WHERE person_id = ? AND kind = 'DIGEST' AND error_code ="
            + " 'PERSON_LEFT'",
        person);
  }

  @Test
  void what_a_refused_digest_tells_of_goes_to_the_deputy() throws Exception {
    UUID person = enterprise.person("PRIMARY", enterprise.address("tu.choi"));
    enterprise.person("DEPUTY", enterprise.address("thay.mat"));
    update("UPDATE preference SET digested = '{INCIDENT}' WHERE person_id = ?", person);
    // Before there is a digest, whose time may be this very moment.
    mail.stop();
    try (AutoCloseable server =
        MailServer.refusing("550 5.1.1 no such user", enterprise.address("tu.choi"))) {
      UUID event = enterprise.publish("incident.returned");
      counted(1, "SELECT count(*) FROM notice WHERE person_id = ? AND state = 'IN_DIGEST'", person);
      update("UPDATE notice SET next_at = now() WHERE person_id = ? AND kind = 'DIGEST'", person);
      counted(
          1,
          "SELECT count(*) FROM notice WHERE event_id = ? AND addressee = 'DEPUTY' AND kind ="
              + " 'INCIDENT_RETURNED'",
          event);
    }
    counted(
        1,
        "SELECT count(*) FROM contact WHERE person_id = ? AND unreachable_since IS NOT NULL",
        person);
  }

  @Test
  void quiet_hours_hold_what_can_wait_and_nothing_else() throws Exception {
    UUID person = enterprise.person("PRIMARY", enterprise.address("ngu"));
    LocalTime now = LocalTime.now(ZoneId.of("Asia/Ho_Chi_Minh"));
    update(
        "UPDATE preference SET quiet_from = ?, quiet_to = ? WHERE person_id = ?",
        now.minusHours(2),
        now.plusHours(2),
        person);
    UUID held = enterprise.publish("incident.referred");
    counted(
        1,
        "SELECT count(*) FROM notice WHERE event_id = ? AND state = 'HELD' AND error_code ="
            + " 'QUIET_HOURS' AND attempts = 0 AND next_at BETWEEN now() + interval '110 minutes'"
            + " AND now() + interval '2 hours'",
        held);
    UUID routine = enterprise.request(UUID.randomUUID(), "ROUTINE");
    counted(1, "SELECT count(*) FROM notice WHERE event_id = ? AND state = 'HELD'", routine);
    enterprise.request(UUID.randomUUID(), "URGENT");
    mails(mail, enterprise.address("ngu"), 1);
    enterprise.publish("designation.approved");
    mails(mail, enterprise.address("ngu"), 2);
    enterprise.publish(
        "incident.referred", UUID.randomUUID(), event -> event.put("severity", "CRITICAL"));
    mails(mail, enterprise.address("ngu"), 3);
    choose(
        person,
        ", \"quietHours\": {\"from\": \"%1$tH:%1$tM\", \"to\": \"%2$tH:%2$tM\"}}"
            .formatted(now.minusHours(3), now.plusHours(1)));
    counted(
        2,
        "SELECT count(*) FROM notice WHERE person_id = ? AND state = 'HELD'"
            + " AND next_at BETWEEN now() + interval '50 minutes' AND now() + interval '1 hour'",
        person);
    choose(person, "}");
    mails(mail, enterprise.address("ngu"), 5);
  }

  private void choose(UUID person, String quietHours) {
    Subscriber.as(Tokens.enterprise(enterprise.id()))
        .contentType(ContentType.JSON)
        .header("If-Match", "*")
        .body("{\"language\": \"BOTH\", \"classes\": {}" + quietHours)
        .put("/api/v1/preferences/" + person)
        .then()
        .statusCode(200);
  }

  @Test
  void a_muted_class_is_on_record_and_not_sent() throws Exception {
    UUID person = enterprise.person("PRIMARY", enterprise.address("tat"));
    update(
        "UPDATE preference SET muted = '{INCIDENT}', language = 'EN' WHERE person_id = ?", person);
    UUID muted = enterprise.publish("incident.referred");
    counted(
        1,
        "SELECT count(*) FROM notice WHERE event_id = ? AND state = 'SUPPRESSED' AND error_code ="
            + " 'MUTED'",
        muted);
    enterprise.publish("obligation.overdue");
    String text = text(mails(mail, enterprise.address("tat"), 1).get(0));
    assertTrue(text.startsWith("To the liaison officer of the enterprise,"), text);
    assertFalse(text.contains("Quý vị"), text);
  }

  @Test
  void a_mail_says_on_whose_account_it_comes() throws Exception {
    enterprise.publish(
        "enterprise.registered",
        enterprise.id(),
        event -> event.put("name", "Công ty Bưu chính Sông Hồng"));
    enterprise.person("DEPUTY", enterprise.address("vi.sao"));
    counted(1, "SELECT count(*) FROM enterprise_name WHERE enterprise_id = ?", enterprise.id());
    enterprise.request(UUID.randomUUID(), "ROUTINE");
    String text = text(mails(mail, enterprise.address("vi.sao"), 1).get(0));
    assertTrue(
        text.contains(
            "Quý vị là người phụ trách dự phòng của Công ty Bưu chính Sông Hồng về yêu cầu cung cấp"
                + " thông tin."),
        text);
    assertTrue(
        text.contains(
            "you are a deputy liaison of Công ty Bưu chính Sông Hồng for requests for information."),
        text);
  }
}
