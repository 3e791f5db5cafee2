package vn.phoihop.notification.email;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.phoihop.notification.TestEnterprise.SOON;
import static vn.phoihop.notification.TestEnterprise.counted;
import static vn.phoihop.notification.TestEnterprise.inbox;
import static vn.phoihop.notification.TestEnterprise.mails;
import static vn.phoihop.notification.TestEnterprise.update;

import com.icegreen.greenmail.util.GreenMail;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.phoihop.notification.TestEnterprise;
import vn.phoihop.platform.test.Database;

/** A database that goes away for a moment neither repeats a mail nor holds one up. */
@QuarkusTest
class NoticeSenderTest {

  private final TestEnterprise enterprise = TestEnterprise.fresh();

  @Test
  void what_has_left_is_recorded_when_the_database_is_back_and_not_sent_again() throws Exception {
    UUID person = enterprise.person("PRIMARY", enterprise.address("mot"));
    markUnreachable(person);
    GreenMail mail = MailServer.taking();
    try {
      UUID event =
          whileLocked(
              "SELECT FROM contact WHERE person_id = ? FOR UPDATE",
              person,
              () -> {
                UUID published = enterprise.publish("incident.referred");
                mails(mail, enterprise.address("mot"), 1);
                loseTheConnectionThatWaitsFor("UPDATE contact SET unreachable_since = NULL%");
                return published;
              });
      counted(
          1,
          "SELECT count(*) FROM notice WHERE event_id = ? AND addressee = 'LIAISON' AND state ="
              + " 'SENT' AND attempts = 1",
          event);
      counted(
          1,
          "SELECT count(*) FROM contact WHERE person_id = ? AND unreachable_since IS NULL",
          person);
      assertEquals(1, inbox(mail, enterprise.address("mot")).size());
    } finally {
      mail.stop();
    }
  }

  @Test
  void what_could_not_be_addressed_is_tried_again_soon() throws Exception {
    enterprise.person("PRIMARY", enterprise.address("hai"));
    UUID event = enterprise.publish("incident.referred");
    counted(
        1,
        "SELECT count(*) FROM notice WHERE event_id = ? AND addressee = 'LIAISON' AND state ="
            + " 'RETRY_WAIT'",
        event);
    // Nobody but who addresses the liaison's notice shall wait for the leader's.
    update(
        "UPDATE notice SET next_at = now() + interval '1 hour' WHERE event_id = ? AND addressee ="
            + " 'LEADER'",
        event);
    GreenMail mail = MailServer.taking();
    try {
      whileLocked(
          "SELECT FROM notice WHERE event_id = ? AND addressee = 'LEADER' FOR UPDATE",
          event,
          () -> {
            update(
                "UPDATE notice SET next_at = now(), attempts = 0 WHERE event_id = ? AND addressee ="
                    + " 'LIAISON'",
                event);
            loseTheConnectionThatWaitsFor("SELECT id FROM notice WHERE event_id = %");
            return event;
          });
      mails(mail, enterprise.address("hai"), 1);
      counted(
          1,
          "SELECT count(*) FROM notice WHERE event_id = ? AND addressee = 'LIAISON' AND state ="
              + " 'SENT'",
          event);
    } finally {
      mail.stop();
    }
  }

  private static void markUnreachable(UUID person) throws SQLException {
    update(
        "UPDATE contact SET unreachable_since = now(), unreachable_reason = 'BOUNCED' WHERE"
            + " person_id = ?",
        person);
  }

  private interface Step {
    UUID take() throws Exception;
  }

  private static UUID whileLocked(String sql, UUID id, Step step) throws SQLException {
    return Database.asSuperuser(
        connection -> {
          lock(connection, sql, id);
          try {
            return step.take();
          } catch (Exception e) {
            throw new IllegalStateException(e);
          } finally {
            connection.rollback();
          }
        });
  }

  private static void lock(Connection connection, String sql, UUID id) throws SQLException {
    connection.setAutoCommit(false);
    try (var statement = connection.prepareStatement(sql)) {
      statement.setObject(1, id);
      statement.execute();
    }
  }

  private static void loseTheConnectionThatWaitsFor(String query) {
    await()
        .atMost(SOON)
        .until(
            () ->
                !Database.column(
                        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE"
                            + " wait_event_type = 'Lock' AND query LIKE ?",
                        query)
                    .isEmpty());
  }
}
