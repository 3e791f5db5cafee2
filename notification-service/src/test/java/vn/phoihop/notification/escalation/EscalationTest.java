package vn.phoihop.notification.escalation;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.phoihop.notification.TestEnterprise.SOON;
import static vn.phoihop.notification.TestEnterprise.counted;
import static vn.phoihop.notification.TestEnterprise.inbox;
import static vn.phoihop.notification.TestEnterprise.mails;
import static vn.phoihop.notification.TestEnterprise.text;
import static vn.phoihop.notification.TestEnterprise.update;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.phoihop.notification.Receiver;
import vn.phoihop.notification.Subscriber;
import vn.phoihop.notification.TestEnterprise;
import vn.phoihop.platform.identity.SystemParty;
import vn.phoihop.platform.test.Database;
import vn.phoihop.platform.test.EventContract;
import vn.phoihop.platform.test.Events;
import vn.phoihop.platform.test.ReferenceData;
import vn.phoihop.platform.test.Tokens;

/** A request that nobody acknowledges, from rung to rung. */
@QuarkusTest
class EscalationTest {

  private static final String DESK = "truc.ban@so.example";

  private final TestEnterprise enterprise = TestEnterprise.fresh();
  private final UUID request = UUID.randomUUID();

  @Inject EscalationService service;
  @Inject SystemParty system;

  @BeforeAll
  static void calendars() {
    ReferenceData.publish();
    counted(1, "SELECT count(*) FROM calendar WHERE version = 1");
  }

  @Test
  void deputy_leader_and_department_are_told_one_after_the_other() throws Exception {
    enterprise.person("PRIMARY", enterprise.address("dau.moi"));
    enterprise.person("DEPUTY", enterprise.address("du.bi"));
    enterprise.person("LEADER", enterprise.address("sep"));
    GreenMail mail = mailServer();
    try (Receiver sms = smsGateway()) {
      enterprise.request(request, "ROUTINE");
      mails(mail, enterprise.address("dau.moi"), 1);
      mails(mail, enterprise.address("sep"), 1);
      expect("LIAISON_TOLD", 0);
      assertEquals(0, inbox(mail, enterprise.address("du.bi")).size());
      overdue();
      expect("DEPUTY_TOLD", 1);
      MimeMessage toDeputy = mails(mail, enterprise.address("du.bi"), 1).get(0);
      assertTrue(text(toDeputy).contains("người phụ trách dự phòng"), text(toDeputy));
      assertTrue(text(toDeputy).contains("/information-requests/" + request), text(toDeputy));
      overdue();
      expect("LEADER_TOLD", 2);
      mails(mail, enterprise.address("sep"), 2);
      overdue();
      expect("DEPARTMENT_TOLD", 3);
      await()
          .atMost(SOON)
          .until(
              () ->
                  inbox(mail, DESK).stream()
                      .anyMatch(
                          message -> {
                            try {
                              return text(message).contains(request.toString());
                            } catch (Exception e) {
                              throw new IllegalStateException(e);
                            }
                          }));
      overdue();
      expect("EXHAUSTED", 3);
      assertEquals(1, inbox(mail, enterprise.address("dau.moi")).size());
      // The deputy and the leader on their telephones as well.
      await().atMost(SOON).until(() -> own(sms).size() == 2);
      Receiver.Call first = own(sms).get(0);
      assertTrue(first.text().contains("+84912345678"));
      assertTrue(first.text().contains("YC-2026-000123"));
      assertEquals("Bearer sms-token", first.headers().get("authorization"));
    } finally {
      mail.stop();
    }
    String id = Database.column("SELECT id FROM escalation WHERE request_id = ?", request).get(0);
    for (String token : List.of(Tokens.department(), Tokens.enterprise(enterprise.id()))) {
      Subscriber.as(token)
          .get("/api/v1/escalations/" + id)
          .then()
          .statusCode(200)
          .header("ETag", "\"5\"")
          .body("state", equalTo("EXHAUSTED"))
          .body("level", equalTo(3))
          .body("dueAt", nullValue())
          .body("steps.level", contains(0, 1, 2, 3))
          .body("steps[0].rule", equalTo("ESCALATE_ROUTINE 240 OFFICE_MINUTES"))
          .body("steps[0].calendarVersion", equalTo("CALENDARS/1"));
    }
    await().atMost(SOON).until(() -> raised(id).size() == 3);
    raised(id).forEach(event -> EventContract.assertValid("escalation.raised", event.data()));
  }

  @Test
  void an_acknowledgement_ends_it() throws Exception {
    enterprise.request(request, "URGENT");
    expect("LIAISON_TOLD", 0);
    enterprise.publish("request.acknowledged", request, event -> {});
    expect("SATISFIED", 0);
    // It stays ended, whatever comes later.
    enterprise.publish("request.answered", request, event -> {});
    enterprise.publish("request.accepted", request, event -> {});
    enterprise.request(request, "ROUTINE");
    UUID after = UUID.randomUUID();
    enterprise.request(after, "ROUTINE");
    counted(1, "SELECT count(*) FROM escalation WHERE request_id = ?", after);
    expect("SATISFIED", 0);
  }

  @Test
  void a_rung_where_nobody_is_in_office_is_passed_over() throws Exception {
    enterprise.person("DEPUTY", enterprise.address("mot.minh"));
    enterprise.request(request, "ROUTINE");
    expect("LIAISON_TOLD", 0);
    overdue();
    // The only deputy stands in for the primary and was told already; there is no leader.
    expect("DEPARTMENT_TOLD", 3);
  }

  @Test
  void an_emergency_waits_half_an_hour_by_day_and_night_and_rings_at_once() throws Exception {
    enterprise.person("PRIMARY", enterprise.address("khan"));
    try (Receiver sms = smsGateway()) {
      enterprise.request(request, "EMERGENCY");
      expect("LIAISON_TOLD", 0);
      assertEquals(
          List.of("00:30:00"),
          Database.column(
              "SELECT s.due_at - s.anchor FROM escalation e JOIN escalation_step s ON s.escalation_id"
                  + " = e.id WHERE e.request_id = ? AND s.rule = 'ESCALATE_EMERGENCY 30 REAL_MINUTES'",
              request));
      await().atMost(SOON).until(() -> own(sms).size() == 1);
    }
  }

  @Test
  void a_request_that_is_old_when_it_comes_is_raised_at_once_and_again_only_in_time()
      throws Exception {
    enterprise.person("LEADER", enterprise.address("cham"));
    enterprise.publish(
        "request.issued", request, event -> event.put("issuedAt", "2026-03-10T03:00:00Z"));
    expect("LEADER_TOLD", 2);
    assertEquals(
        List.of("t"),
        Database.column("SELECT due_at > now() FROM escalation WHERE request_id = ?", request));
    assertEquals(
        List.of("2026-03-10 08:30:00+00"),
        Database.column(
            "SELECT s.due_at FROM escalation e JOIN escalation_step s ON s.escalation_id = e.id"
                + " WHERE e.request_id = ? AND s.level = 0",
            request));
  }

  @Test
  void many_instances_raise_each_once() throws Exception {
    List<UUID> requests = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      UUID each = UUID.randomUUID();
      requests.add(each);
      enterprise.request(each, "ROUTINE");
    }
    counted(30, "SELECT count(*) FROM escalation WHERE party = ?", enterprise.id().toString());
    update(
        "UPDATE escalation SET due_at = now() - interval '1 hour' WHERE party = ?",
        enterprise.id().toString());
    List<CompletableFuture<Void>> instances = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      instances.add(
          CompletableFuture.runAsync(
              () -> {
                while (system.call(() -> service.raiseSome(3))) {
                  Thread.onSpinWait();
                }
              }));
    }
    instances.forEach(CompletableFuture::join);
    counted(
        30,
        "SELECT count(*) FROM escalation WHERE party = ? AND state = 'DEPARTMENT_TOLD' AND sequence = 2",
        enterprise.id().toString());
    assertEquals(
        60,
        Database.count(
            "SELECT count(*) FROM escalation_step WHERE party = ?", enterprise.id().toString()));
    assertEquals(
        30,
        Database.count(
            "SELECT count(*) FROM notice WHERE enterprise_id = ? AND addressee = 'DEPARTMENT' AND"
                + " kind = 'REQUEST_ESCALATED'",
            enterprise.id()));
  }

  @Test
  void each_party_lists_its_own_page_by_page() throws Exception {
    for (int i = 0; i < 3; i++) {
      enterprise.request(UUID.randomUUID(), "ROUTINE");
    }
    counted(3, "SELECT count(*) FROM escalation WHERE party = ?", enterprise.id().toString());
    String own = Tokens.enterprise(enterprise.id());
    String next =
        Subscriber.as(own)
            .queryParam("limit", 2)
            .queryParam("running", true)
            .get("/api/v1/escalations")
            .then()
            .statusCode(200)
            .body("items.size()", equalTo(2))
            .extract()
            .path("next");
    Subscriber.as(own)
        .queryParam("limit", 2)
        .queryParam("running", true)
        .queryParam("cursor", next)
        .get("/api/v1/escalations")
        .then()
        .statusCode(200)
        .body("items.size()", equalTo(1))
        .body("next", nullValue());
    Subscriber.as(Tokens.enterprise(UUID.randomUUID()))
        .get("/api/v1/escalations")
        .then()
        .statusCode(200)
        .body("items.size()", equalTo(0));
  }

  /** What rang this enterprise's people: others' messages may have been waiting for the gateway. */
  private List<Receiver.Call> own(Receiver sms) throws Exception {
    List<String> notices =
        Database.column(
            "SELECT id FROM notice WHERE enterprise_id = ? AND channel = 'SMS'", enterprise.id());
    return sms.calls().stream()
        .filter(call -> notices.contains(call.headers().get("idempotency-key")))
        .toList();
  }

  private static List<Events.Seen> raised(String escalation) {
    return Events.all("phoihop.notification").stream()
        .filter(e -> e.type().equals("escalation.raised") && e.key().equals(escalation))
        .toList();
  }

  private void expect(String state, int level) {
    counted(
        1,
        "SELECT count(*) FROM escalation WHERE request_id = ? AND state = ? AND level = ?",
        request,
        state,
        level);
  }

  /** The rung has had its time. */
  private void overdue() throws Exception {
    update("UPDATE escalation SET due_at = now() WHERE request_id = ?", request);
  }

  private static GreenMail mailServer() {
    ServerSetup setup =
        new ServerSetup(
            Integer.getInteger("quarkus.mailer.port"), "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
    // A busy machine may take longer than the two seconds that are usual.
    setup.setServerStartupTimeout(30_000);
    GreenMail server = new GreenMail(setup);
    server.start();
    return server;
  }

  private static Receiver smsGateway() {
    return Receiver.at(
        URI.create(System.getProperty("phoihop.sms.url")).getPort(), Receiver.status(202));
  }
}
