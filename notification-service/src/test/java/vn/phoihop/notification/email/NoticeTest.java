package vn.phoihop.notification.email;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.icegreen.greenmail.util.GreenMail;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.mail.internet.MimeMessage;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.phoihop.notification.IncidentEvents;
import vn.phoihop.platform.test.Database;
import vn.phoihop.platform.test.EventContract;
import vn.phoihop.platform.test.Events;

/** From the event on Kafka to the mailbox; and what happens where there is none. */
@QuarkusTest
class NoticeTest {

  private static final Duration SOON = Duration.ofSeconds(60);

  private final UUID enterprise = UUID.randomUUID();

  @Test
  void the_primary_and_the_leader_each_learn_that_something_happened_and_nothing_more()
      throws Exception {
    GreenMail mail = MailServer.taking();
    try {
      contact("PRIMARY", "dau.moi@a.example", true);
      contact("DEPUTY", "du.bi@a.example", true);
      contact("LEADER", "lanh.dao@a.example", true);
      known(3);
      UUID event = publish("incident.referred");
      await().atMost(SOON).until(() -> states(event).equals(List.of("SENT", "SENT")));
      MimeMessage liaison = only(mail, "dau.moi@a.example");
      MimeMessage leader = only(mail, "lanh.dao@a.example");
      assertEquals(0, inbox(mail, "du.bi@a.example").size());
      assertEquals(
          "[Phối Hợp] Tin báo của doanh nghiệp đã được chuyển cơ quan chức năng"
              + " / Your enterprise's report has been referred to the competent agencies",
          liaison.getSubject());
      String text = text(liaison);
      assertTrue(text.startsWith("Kính gửi người phụ trách của doanh nghiệp,"), text);
      assertTrue(text.indexOf("Vì sao Quý vị nhận thư này") < text.indexOf("Why you get this"));
      assertTrue(text.contains("TB-2026-000123"), text);
      assertTrue(
          text.contains(
              "http://localhost:5173/incidents/"
                  + IncidentEvents.example("incident.referred").get("id").asText()),
          text);
      for (String content : List.of("TEL_", "SIM", "POLICE", "HIGH", "450", "@", "AMBER")) {
        assertFalse(text.contains(content), () -> content + " in\n" + text);
      }
      assertTrue(text(leader).startsWith("Kính gửi lãnh đạo doanh nghiệp,"));
      assertEquals(
          Database.column(
              "SELECT '<' || id || '@phoihop>' FROM notice WHERE event_id = ? AND addressee = 'LIAISON'",
              event),
          List.of(liaison.getHeader("Message-ID")));
      assertEquals("auto-generated", liaison.getHeader("Auto-Submitted")[0]);
    } finally {
      mail.stop();
    }
  }

  @Test
  void where_the_primary_is_away_the_deputy_is_written_to() throws Exception {
    GreenMail mail = MailServer.taking();
    try {
      contact("PRIMARY", "het.han@b.example", true, "2020-01-01", "2020-12-31");
      contact("PRIMARY", "chua.den@b.example", true, "2999-01-01", "2999-12-31");
      contact("PRIMARY", "thoi.viec@b.example", false);
      contact("DEPUTY", "du.bi@b.example", true);
      known(4);
      UUID event = publish("incident.returned");
      await().atMost(SOON).until(() -> inbox(mail, "du.bi@b.example").size() == 1);
      liaisons(event, "SENT");
      await()
          .atMost(SOON)
          .until(
              () ->
                  column(
                          "SELECT state || ' ' || error_code FROM notice WHERE event_id = ? AND addressee = 'LEADER'",
                          event)
                      .equals(List.of("RETRY_WAIT NO_CONTACT")));
    } finally {
      mail.stop();
    }
  }

  @Test
  void a_designation_is_named_by_its_id() throws Exception {
    GreenMail mail = MailServer.taking();
    try {
      contact("PRIMARY", "moi@c.example", true);
      contact("LEADER", "sep@c.example", true);
      known(2);
      ObjectNode event = IncidentEvents.example("designation.approved");
      UUID designation = UUID.randomUUID();
      event.put("id", designation.toString()).put("enterpriseId", enterprise.toString());
      Events.publish(
          "phoihop.liaison", "designation.approved", designation.toString(), event.toString());
      await().atMost(SOON).until(() -> inbox(mail, "sep@c.example").size() == 1);
      await().atMost(SOON).until(() -> inbox(mail, "moi@c.example").size() == 1);
      String text = text(only(mail, "moi@c.example"));
      assertTrue(text.contains("Số tham chiếu: " + designation), text);
      assertTrue(text.contains("/designations/" + designation), text);
    } finally {
      mail.stop();
    }
  }

  @Test
  void a_request_and_its_reminder_are_told_by_number_to_the_liaison_and_the_leader()
      throws Exception {
    GreenMail mail = MailServer.taking();
    try {
      contact("PRIMARY", "moi@i.example", true);
      contact("LEADER", "sep@i.example", true);
      known(2);
      publish("request.issued");
      await().atMost(SOON).until(() -> inbox(mail, "sep@i.example").size() == 1);
      await().atMost(SOON).until(() -> inbox(mail, "moi@i.example").size() == 1);
      publish("request.reminder_due");
      await().atMost(SOON).until(() -> inbox(mail, "sep@i.example").size() == 2);
      await().atMost(SOON).until(() -> inbox(mail, "moi@i.example").size() == 2);
      List<MimeMessage> mails = inbox(mail, "moi@i.example");
      assertEquals(
          "[Phối Hợp] Doanh nghiệp nhận được một yêu cầu cung cấp thông tin"
              + " / Your enterprise has received a request for information",
          mails.get(0).getSubject());
      assertTrue(mails.get(1).getSubject().endsWith("is due soon"), mails.get(1).getSubject());
      for (MimeMessage message : mails) {
        String text = text(message);
        assertTrue(text.contains("Số tham chiếu: YC-2026-000123"), text);
        assertTrue(
            text.contains(
                "http://localhost:5173/information-requests/"
                    + IncidentEvents.example("request.issued").get("id").asText()),
            text);
        for (String content : List.of("POLICE", "ROUTINE", "AMBER", "itemCount")) {
          assertFalse(text.contains(content), () -> content + " in\n" + text);
        }
      }
    } finally {
      mail.stop();
    }
  }

  @Test
  void a_report_that_is_owed_is_told_by_its_period() throws Exception {
    GreenMail mail = MailServer.taking();
    try {
      contact("PRIMARY", "moi@j.example", true);
      contact("LEADER", "sep@j.example", true);
      known(2);
      publish("obligation.due_soon");
      await().atMost(SOON).until(() -> inbox(mail, "sep@j.example").size() == 1);
      await().atMost(SOON).until(() -> inbox(mail, "moi@j.example").size() == 1);
      publish("obligation.overdue");
      await().atMost(SOON).until(() -> inbox(mail, "sep@j.example").size() == 2);
      await().atMost(SOON).until(() -> inbox(mail, "moi@j.example").size() == 2);
      List<MimeMessage> mails = inbox(mail, "moi@j.example");
      assertTrue(mails.get(0).getSubject().endsWith("is due soon"), mails.get(0).getSubject());
      assertTrue(mails.get(1).getSubject().endsWith("is overdue"), mails.get(1).getSubject());
      String text = text(mails.get(0));
      assertTrue(text.contains("Số tham chiếu: 2026-H2"), text);
      assertTrue(text.contains("http://localhost:5173/obligations/"), text);
    } finally {
      mail.stop();
    }
  }

  @Test
  void facts_come_in_any_order_and_an_old_one_changes_nothing() throws Exception {
    GreenMail mail = MailServer.taking();
    try {
      UUID event = publish("incident.referred");
      await().atMost(SOON).until(() -> states(event).equals(List.of("RETRY_WAIT", "RETRY_WAIT")));
      UUID person = contact("PRIMARY", "moi@d.example", true);
      contact(person, "PRIMARY", "cu@d.example", true, 3, null, null);
      contact("LEADER", "sep@d.example", true);
      known(2);
      hurry(event);
      await().atMost(SOON).until(() -> states(event).equals(List.of("SENT", "SENT")));
      only(mail, "moi@d.example");
      assertEquals(0, inbox(mail, "cu@d.example").size());
    } finally {
      mail.stop();
    }
  }

  @Test
  void an_erased_person_is_forgotten() throws Exception {
    UUID person = contact("PRIMARY", "quen@e.example", true);
    known(1);
    Events.publish("phoihop.liaison.contacts", "contact.changed", person.toString(), null);
    known(0);
  }

  @Test
  void nobody_for_an_hour_is_reported_to_the_department() throws Exception {
    UUID event = publish("incident.referred");
    await().atMost(SOON).until(() -> states(event).equals(List.of("RETRY_WAIT", "RETRY_WAIT")));
    assertEquals(0, unreachable().size());
    update(
        "UPDATE notice SET created_at = created_at - interval '1 hour' WHERE event_id = ?", event);
    hurry(event);
    await().atMost(SOON).until(() -> states(event).equals(List.of("UNREACHABLE", "UNREACHABLE")));
    await().atMost(SOON).until(() -> unreachable().size() == 2);
    for (String json : unreachable()) {
      EventContract.assertValid("contact.unreachable", json);
      JsonNode told = new ObjectMapper().readTree(json);
      assertEquals("NO_CONTACT", told.get("reason").asText());
      assertEquals(enterprise.toString(), told.get("party").asText());
      assertEquals("[\"DEPARTMENT\"]", told.get("audience").toString());
    }
  }

  @Test
  void an_address_that_is_refused_for_good_is_reported_with_the_person() throws Exception {
    UUID person = contact("PRIMARY", "sai@f.example", true);
    known(1);
    UUID event;
    try (AutoCloseable server = MailServer.refusing("550 5.1.1 no such user")) {
      event = publish("incident.referred");
      liaisons(event, "UNREACHABLE");
    }
    await().atMost(SOON).until(() -> unreachable().size() == 1);
    JsonNode told = new ObjectMapper().readTree(unreachable().get(0));
    EventContract.assertValid("contact.unreachable", told.toString());
    assertEquals("MAIL_REFUSED", told.get("reason").asText());
    assertEquals(person.toString(), told.get("personId").asText());
    assertFalse(told.toString().contains("@"));
  }

  @Test
  void a_server_that_defers_or_is_away_is_tried_again_with_the_same_message_id() throws Exception {
    contact("PRIMARY", "cho@g.example", true);
    contact("LEADER", "sep@g.example", true);
    known(2);
    UUID event;
    try (AutoCloseable server = MailServer.refusing("451 4.3.0 try later")) {
      event = publish("incident.referred");
      await().atMost(SOON).until(() -> states(event).equals(List.of("RETRY_WAIT", "RETRY_WAIT")));
    }
    // The first one may have been tried again meanwhile: each must fail once more with nobody
    // there.
    List<Integer> before = attempts(event);
    await()
        .atMost(SOON)
        .until(
            () -> {
              update(
                  "UPDATE notice SET next_at = now() WHERE event_id = ? AND state = 'RETRY_WAIT'"
                      + " AND attempts <= "
                      + Collections.max(before),
                  event);
              List<Integer> now = attempts(event);
              return states(event).equals(List.of("RETRY_WAIT", "RETRY_WAIT"))
                  && now.get(0) > before.get(0)
                  && now.get(1) > before.get(1);
            });
    GreenMail mail = MailServer.taking();
    try {
      await()
          .atMost(SOON)
          .until(
              () -> {
                update(
                    "UPDATE notice SET next_at = now() WHERE event_id = ? AND state = 'RETRY_WAIT'",
                    event);
                return states(event).equals(List.of("SENT", "SENT"));
              });
      assertEquals(
          column(
              "SELECT '<' || id || '@phoihop>' FROM notice WHERE event_id = ? AND addressee = 'LIAISON'",
              event),
          List.of(only(mail, "cho@g.example").getHeader("Message-ID")));
      only(mail, "sep@g.example");
    } finally {
      mail.stop();
    }
  }

  @Test
  void contacts_are_read_by_the_service_alone() throws Exception {
    contact("PRIMARY", "kin@h.example", true);
    known(1);
    for (String party : List.of("DEPARTMENT", "OPERATOR", "AUDITOR", enterprise.toString(), "")) {
      long seen =
          Database.as(
              party,
              connection -> {
                try (var rows =
                    connection
                        .createStatement()
                        .executeQuery(
                            "SELECT (SELECT count(*) FROM contact) + (SELECT count(*) FROM enterprise_name)")) {
                  rows.next();
                  return rows.getLong(1);
                }
              });
      assertEquals(0, seen, party);
    }
  }

  private UUID publish(String type) {
    ObjectNode event = IncidentEvents.example(type);
    event.put("enterpriseId", enterprise.toString());
    if (type.startsWith("request.")) {
      // Nobody is told further up while a test is looking.
      event.put("issuedAt", Instant.now().toString());
    }
    event.putArray("audience").add("DEPARTMENT").add(enterprise.toString());
    String key = event.get("id").asText();
    String topic = type.startsWith("obligation.") ? "phoihop.reporting" : "phoihop.incident";
    return Events.publish(topic, type, key, event.toString());
  }

  private UUID contact(String role, String email, boolean active) {
    return contact(role, email, active, null, null);
  }

  private UUID contact(String role, String email, boolean active, String from, String to) {
    UUID person = UUID.randomUUID();
    contact(person, role, email, active, 4, from, to);
    return person;
  }

  private void contact(
      UUID person,
      String role,
      String email,
      boolean active,
      long sequence,
      String from,
      String to) {
    ObjectNode event = IncidentEvents.example("contact.changed");
    event
        .put("id", person.toString())
        .put("personId", person.toString())
        .put("party", enterprise.toString())
        .put("enterpriseId", enterprise.toString())
        .put("role", role)
        .put("email", email)
        .put("active", active)
        .put("sequence", sequence);
    event.remove(List.of("validFrom", "validTo"));
    if (from != null) {
      event.put("validFrom", from).put("validTo", to);
    }
    Events.publish(
        "phoihop.liaison.contacts", "contact.changed", person.toString(), event.toString());
  }

  /** Waits until the service knows this enterprise's contacts. */
  private void known(int count) {
    await()
        .atMost(SOON)
        .until(
            () ->
                Database.count(
                        "SELECT count(*) FROM contact WHERE party = ?", enterprise.toString())
                    == count);
  }

  private List<String> unreachable() {
    return Events.all("phoihop.notification").stream()
        .filter(e -> e.type().equals("contact.unreachable"))
        .map(Events.Seen::data)
        .filter(data -> data.contains(enterprise.toString()))
        .toList();
  }

  private static List<Integer> attempts(UUID event) throws SQLException {
    return column("SELECT attempts FROM notice WHERE event_id = ? ORDER BY id", event).stream()
        .map(Integer::valueOf)
        .toList();
  }

  /** Waits until the liaison's notice of an event is in this state. */
  private static void liaisons(UUID event, String state) {
    await()
        .atMost(SOON)
        .until(
            () ->
                column(
                        "SELECT state FROM notice WHERE event_id = ? AND addressee = 'LIAISON'",
                        event)
                    .equals(List.of(state)));
  }

  private static List<String> states(UUID event) throws SQLException {
    return column("SELECT state FROM notice WHERE event_id = ?", event);
  }

  private static List<String> column(String sql, UUID event) throws SQLException {
    return Database.column(sql, event);
  }

  private static void hurry(UUID event) throws SQLException {
    update("UPDATE notice SET next_at = now() WHERE event_id = ?", event);
  }

  private static void update(String sql, UUID event) throws SQLException {
    Database.asSuperuser(
        connection -> {
          try (var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, event);
            return statement.executeUpdate();
          }
        });
  }

  private static MimeMessage only(GreenMail mail, String address) throws Exception {
    List<MimeMessage> got = inbox(mail, address);
    assertEquals(1, got.size(), address);
    return got.get(0);
  }

  private static List<MimeMessage> inbox(GreenMail mail, String address) throws Exception {
    return List.of(mail.getReceivedMessages()).stream()
        .filter(
            message -> {
              try {
                return message.getAllRecipients()[0].toString().equals(address);
              } catch (jakarta.mail.MessagingException e) {
                throw new IllegalStateException(e);
              }
            })
        .toList();
  }

  private static String text(MimeMessage message) throws Exception {
    return message.getContent().toString().replace("\r\n", "\n");
  }
}
