package vn.phoihop.notification.email;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.icegreen.greenmail.util.GreenMail;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.phoihop.notification.IncidentEvents;
import vn.phoihop.notification.Receiver;
import vn.phoihop.notification.Subscriber;
import vn.phoihop.notification.TestEnterprise;
import vn.phoihop.platform.test.Database;
import vn.phoihop.platform.test.Events;
import vn.phoihop.platform.test.Tokens;

/** What a party is told by mail because its webhooks cannot tell it. */
@QuarkusTest
class ConnectionTest {

  private static final String TYPE = "incident.received";
  private static final String DUTY_DESK = "truc.ban@so.example";

  private GreenMail mail;

  @BeforeEach
  void mailIsTaken() {
    mail = MailServer.taking();
  }

  @AfterEach
  void mailEnds() {
    mail.stop();
  }

  @Test
  void after_four_failures_in_a_row_the_people_of_the_enterprise_are_told_once() throws Exception {
    TestEnterprise enterprise = people();
    try (Receiver receiver = Receiver.with(Receiver.status(500))) {
      UUID subscription = subscribe(enterprise, receiver);
      UUID first = publish("LOW", enterprise.id().toString());
      UUID second = publish("LOW", enterprise.id().toString());
      for (int attempt = 1; attempt <= 3; attempt++) {
        attempts(first, attempt);
        attempts(second, attempt);
        assertEquals(0, notices(subscription));
        hurry(subscription, attempt);
      }
      attempts(first, 4);
      attempts(second, 4);
      hurry(subscription, 4);
      attempts(first, 5);
      attempts(second, 5);
      MimeMessage liaison = TestEnterprise.mails(mail, enterprise.address("dau.moi"), 1).get(0);
      MimeMessage leader = TestEnterprise.mails(mail, enterprise.address("sep"), 1).get(0);
      assertEquals(2, notices(subscription), "one each, however many deliveries fail");
      assertEquals(
          "[Phối Hợp] Một kênh nhận tin tự động (webhook) nhiều lần liền không nhận được tin"
              + " / A webhook receiver has failed several times in a row",
          liaison.getSubject());
      String text = TestEnterprise.text(liaison);
      assertTrue(text.contains("Số tham chiếu: " + subscription), text);
      assertTrue(text.contains("/subscriptions/" + subscription), text);
      for (String content : List.of("127.0.0.1", "500", "TEL_", TYPE)) {
        assertFalse(text.contains(content), () -> content + " in\n" + text);
      }
      assertTrue(TestEnterprise.text(leader).contains("lãnh đạo phải được báo cáo kịp thời"));
      assertEquals(
          List.of("ACTIVE"),
          Database.column("SELECT state FROM subscription WHERE id = ?", subscription));
    }
  }

  @Test
  void a_disabled_subscription_is_told_to_its_people_and_to_the_departments_desk()
      throws Exception {
    TestEnterprise enterprise = people();
    try (Receiver receiver = Receiver.with(Receiver.status(410))) {
      UUID subscription = subscribe(enterprise, receiver);
      publish("LOW", enterprise.id().toString());
      String liaison =
          TestEnterprise.mails(mail, enterprise.address("dau.moi"), 1).get(0).getSubject();
      assertTrue(liaison.endsWith("because its receiver says that it is gone"), liaison);
      TestEnterprise.mails(mail, enterprise.address("sep"), 1);
      await()
          .atMost(TestEnterprise.SOON)
          .until(
              () ->
                  sent(subscription)
                      .equals(
                          List.of(
                              "DEPARTMENT WEBHOOK_GONE " + enterprise.id(),
                              "LEADER WEBHOOK_GONE " + subscription,
                              "LIAISON WEBHOOK_GONE " + subscription)));
      assertEquals(1, atDesk(DUTY_DESK, enterprise.id().toString()));
    }
  }

  @Test
  void an_authority_is_told_at_its_desk_or_else_at_the_departments() throws Exception {
    try (Receiver receiver = Receiver.with(Receiver.status(500, "webhook-delivery: disable"))) {
      Subscriber withDesk = Subscriber.of("TRIEDDESK", receiver.url(), TYPE);
      publish("LOW", withDesk.party());
      MimeMessage told = TestEnterprise.mails(mail, "truc.ban@tried.example", 1).get(0);
      assertTrue(told.getSubject().contains("đã ngừng theo yêu cầu của nơi nhận"));
      String text = TestEnterprise.text(told);
      assertTrue(text.startsWith("Kính gửi bộ phận trực của cơ quan,"), text);
      assertTrue(text.contains("To the duty desk of the authority"), text);
      assertTrue(text.contains(withDesk.id()), text);
      await()
          .atMost(TestEnterprise.SOON)
          .until(() -> sent(UUID.fromString(withDesk.id())).size() == 2);

      theAuthorityReadsIt(withDesk);

      Subscriber without = Subscriber.to(receiver.url(), TYPE);
      publish("LOW", without.party());
      UUID id = UUID.fromString(without.id());
      await()
          .atMost(TestEnterprise.SOON)
          .until(() -> sent(id).equals(List.of("DEPARTMENT WEBHOOK_DISABLED_BY_RECEIVER " + id)));
      assertEquals(1, atDesk(DUTY_DESK, without.id()));
    }
  }

  private static void theAuthorityReadsIt(Subscriber authority) {
    String id =
        authority
            .request()
            .get("/api/v1/notices?objectId=" + authority.id())
            .then()
            .statusCode(200)
            .body("items.authority", everyItem(equalTo(authority.party())))
            .extract()
            .path("items[0].id");
    authority.request().get("/api/v1/notices/" + id).then().statusCode(200);
    Subscriber other = Subscriber.to("http://127.0.0.1:9/", TYPE);
    other.request().get("/api/v1/notices/" + id).then().statusCode(404);
    other.request().get("/api/v1/notices").then().body("items", empty());
  }

  @Test
  void of_what_is_grave_and_cannot_be_sent_the_party_hears_at_once_and_once() throws Exception {
    TestEnterprise enterprise = people();
    quietAllNightAndDay(enterprise);
    String party = enterprise.id().toString();
    try (Receiver one = Receiver.with(Receiver.status(410));
        Receiver other = Receiver.with(Receiver.status(410))) {
      UUID first = subscribe(enterprise, one);
      UUID second = subscribe(enterprise, other);
      UUID grave = publish("HIGH", party);
      await()
          .atMost(TestEnterprise.SOON)
          .until(() -> state(first, second).equals(List.of("DISABLED", "DISABLED")));
      assertEquals(List.of("LEADER", "LIAISON"), fallback(grave, 2), "for two receivers");
      UUID meanwhile = publish("CRITICAL", party);
      UUID minor = publish("MEDIUM", party);
      assertEquals(List.of("LEADER", "LIAISON"), fallback(meanwhile, 2), "no attempt is made");
      assertEquals(List.of(), fallback(minor, 0));
      List<String> subjects =
          TestEnterprise.mails(mail, enterprise.address("dau.moi"), 4).stream()
              .map(ConnectionTest::subject)
              .filter(subject -> subject.contains("xin đăng nhập để xem"))
              .toList();
      assertEquals(2, subjects.size(), "two events, and two subscriptions that were stopped");
      MimeMessage told =
          TestEnterprise.inbox(mail, enterprise.address("dau.moi")).stream()
              .filter(message -> subject(message).contains("xin đăng nhập để xem"))
              .findFirst()
              .orElseThrow();
      String text = TestEnterprise.text(told);
      assertTrue(text.contains("Số tham chiếu: TB-2026-000123"), text);
      for (String content : List.of("HIGH", "CRITICAL", "TEL_", "450")) {
        assertFalse(text.contains(content), () -> content + " in\n" + text);
      }
    }
  }

  @Test
  void while_a_receiver_fails_grave_events_are_told_once_each_unless_it_is_over_in_a_moment()
      throws Exception {
    TestEnterprise enterprise = people();
    String party = enterprise.id().toString();
    try (Receiver receiver = Receiver.with(Receiver.status(500))) {
      UUID subscription = subscribe(enterprise, receiver);
      UUID grave = publish("HIGH", party);
      attempts(grave, 1);
      assertEquals(List.of(), fallback(grave, 0), "it is tried again in some seconds");
      hurry(subscription, 1);
      attempts(grave, 2);
      assertEquals(List.of("LEADER", "LIAISON"), fallback(grave, 2));
      for (int attempt = 3; attempt <= 4; attempt++) {
        hurry(subscription, attempt - 1);
        attempts(grave, attempt);
      }
      UUID next = publish("HIGH", party);
      attempts(next, 1);
      assertEquals(
          List.of("LEADER", "LIAISON"), fallback(next, 2), "its owner knows that it fails");
      hurry(subscription, 1);
      hurry(subscription, 4);
      attempts(next, 2);
      attempts(grave, 5);
      assertEquals(List.of("LEADER", "LIAISON"), fallback(next, 2));
      assertEquals(List.of("LEADER", "LIAISON"), fallback(grave, 2));
      receiver.thenAlways(Receiver.status(200));
      hurry(subscription, 2);
      hurry(subscription, 5);
      // Both: the one that comes last would be given the answer that is meant for a later event.
      TestEnterprise.counted(
          2,
          "SELECT count(*) FROM delivery WHERE subscription_id = ? AND state = 'DELIVERED'",
          subscription);
      await()
          .atMost(TestEnterprise.SOON)
          .until(
              () ->
                  Database.count(
                          "SELECT count(*) FROM subscription_failure WHERE subscription_id = ?",
                          subscription)
                      == 0);
      receiver.first(Receiver.status(500));
      UUID later = publish("HIGH", party);
      attempts(later, 1);
      assertEquals(List.of(), fallback(later, 0), "it had recovered");
    }
  }

  @Test
  void what_is_grave_and_waits_behind_what_fails_is_told_at_once() throws Exception {
    TestEnterprise enterprise = people();
    String party = enterprise.id().toString();
    UUID incident = UUID.randomUUID();
    try (Receiver receiver = Receiver.with(Receiver.status(500))) {
      UUID subscription = subscribe(enterprise, receiver, "order", "PER_OBJECT");
      attempts(publish(incident, "LOW", party), 1);
      UUID soon = publish(incident, "CRITICAL", party);
      assertEquals(List.of(), fallback(soon, 0), "the first is tried again in some seconds");
      TestEnterprise.update(
          """
          UPDATE subscription_failure SET first_failure_at = now() - interval '11 s'
          WHERE subscription_id = ?""",
          subscription);
      UUID grave = publish(incident, "CRITICAL", party);
      assertEquals(List.of("LEADER", "LIAISON"), fallback(grave, 2));
      assertEquals(0, receiver.calls(grave.toString()).size());
    }
  }

  @Test
  void the_department_reads_whose_webhook_has_stopped_and_finds_what_it_may_look_at()
      throws Exception {
    try (Receiver receiver = Receiver.with(Receiver.status(410))) {
      Subscriber subscriber = Subscriber.to(receiver.url(), TYPE);
      publish("LOW", subscriber.party());
      UUID id = UUID.fromString(subscriber.id());
      TestEnterprise.counted(
          1, "SELECT count(*) FROM notice WHERE object_id = ? AND state = 'SENT'", id);
      String notice = Database.column("SELECT id FROM notice WHERE object_id = ?", id).get(0);
      MimeMessage told =
          TestEnterprise.inbox(mail, DUTY_DESK).stream()
              .filter(message -> content(message).contains("/notices/" + notice))
              .findFirst()
              .orElseThrow();
      String text = content(told);
      assertTrue(text.contains("Cơ quan: " + subscriber.party()), text);
      assertTrue(text.contains("Authority: " + subscriber.party()), text);
      assertFalse(text.contains("/subscriptions/"), text);
      Subscriber.as(Tokens.department())
          .get("/api/v1/notices/" + notice)
          .then()
          .statusCode(200)
          .body("authority", equalTo(subscriber.party()));
    }
  }

  private static String content(MimeMessage message) {
    try {
      return TestEnterprise.text(message);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static TestEnterprise people() throws SQLException {
    TestEnterprise enterprise = TestEnterprise.fresh();
    enterprise.person("PRIMARY", enterprise.address("dau.moi"));
    enterprise.person("LEADER", enterprise.address("sep"));
    return enterprise;
  }

  private static void quietAllNightAndDay(TestEnterprise enterprise) throws SQLException {
    TestEnterprise.update(
        "UPDATE preference SET quiet_from = '00:00', quiet_to = '23:59:59' WHERE party = ?",
        enterprise.id().toString());
  }

  private static UUID subscribe(TestEnterprise enterprise, Receiver receiver, Object... more) {
    return UUID.fromString(
        Subscriber.as(Tokens.enterprise(enterprise.id()))
            .contentType(ContentType.JSON)
            .body(Subscriber.content(receiver.url(), List.of(TYPE), more))
            .post("/api/v1/subscriptions")
            .then()
            .statusCode(201)
            .extract()
            .path("id"));
  }

  private static UUID publish(String severity, String party) {
    return publish(UUID.randomUUID(), severity, party);
  }

  private static UUID publish(UUID incident, String severity, String party) {
    ObjectNode event = IncidentEvents.example(TYPE);
    event.put("id", incident.toString()).put("severity", severity).putArray("audience").add(party);
    return Events.publish("phoihop.incident", TYPE, incident.toString(), event.toString());
  }

  /**
   * Waits until so many attempts at an event have failed, and are on record. The second one follows
   * by itself, some seconds after the first.
   */
  private static void attempts(UUID event, int count) {
    TestEnterprise.counted(
        1,
        "SELECT count(*) FROM delivery d JOIN attempt a ON a.delivery_id = d.id"
            + " WHERE d.notification_id = ? AND a.n = ? AND a.error_code IS NOT NULL",
        event,
        count);
  }

  /** What has been tried so often, and not again meanwhile, is due now. */
  private static void hurry(UUID subscription, int attempts) throws SQLException {
    TestEnterprise.update(
        "UPDATE delivery SET next_at = now() WHERE subscription_id = ? AND state = 'RETRY_WAIT'"
            + " AND attempts = ?",
        subscription,
        attempts);
  }

  /** To whom a fallback has been written for an event; of those that are SENT in the end. */
  private static List<String> fallback(UUID event, int count) throws SQLException {
    String sql =
        """
        FROM notice WHERE kind = 'EVENT_UNDELIVERED' AND state = 'SENT' AND object_id =
          (SELECT object_id FROM notification WHERE id = ?)""";
    TestEnterprise.counted(1, "SELECT count(*) FROM notification WHERE id = ?", event);
    TestEnterprise.counted(count, "SELECT count(*) " + sql, event);
    return Database.column("SELECT addressee " + sql + " ORDER BY addressee", event);
  }

  private static long notices(UUID object) throws SQLException {
    return Database.count("SELECT count(*) FROM notice WHERE object_id = ?", object);
  }

  private static List<String> sent(UUID object) throws SQLException {
    return Database.column(
        """
        SELECT addressee || ' ' || kind || ' ' || reference FROM notice
        WHERE object_id = ? AND state = 'SENT' ORDER BY addressee""",
        object);
  }

  private static List<String> state(UUID... subscriptions) throws SQLException {
    return Database.column(
        "SELECT state FROM subscription WHERE id IN (?, ?)", (Object[]) subscriptions);
  }

  private long atDesk(String address, String reference) {
    return TestEnterprise.inbox(mail, address).stream()
        .filter(
            message -> {
              try {
                return TestEnterprise.text(message).contains(reference);
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            })
        .count();
  }

  private static String subject(MimeMessage message) {
    try {
      return message.getSubject();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }
}
