package vn.phoihop.notification;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import vn.phoihop.platform.test.Database;
import vn.phoihop.platform.test.Events;

/** An enterprise of its own with people who are written to. */
public record TestEnterprise(UUID id) {

  public static final Duration SOON = Duration.ofSeconds(60);

  public static TestEnterprise fresh() {
    return new TestEnterprise(UUID.randomUUID());
  }

  /** An address that no other test writes to. */
  public String address(String who) {
    return who + "@" + id + ".example";
  }

  /** Names somebody, and waits until the service knows. */
  public UUID person(String role, String email) throws SQLException {
    UUID person = UUID.randomUUID();
    contact(person, role, email, true, 4);
    return person;
  }

  public void contact(UUID person, String role, String email, boolean active, long sequence)
      throws SQLException {
    ObjectNode event = IncidentEvents.example("contact.changed");
    event
        .put("id", person.toString())
        .put("personId", person.toString())
        .put("party", id.toString())
        .put("enterpriseId", id.toString())
        .put("role", role)
        .put("email", email)
        .put("active", active)
        .put("sequence", sequence);
    event.remove(List.of("validFrom", "validTo"));
    Events.publish(
        "phoihop.liaison.contacts", "contact.changed", person.toString(), event.toString());
    await()
        .atMost(SOON)
        .until(
            () ->
                Database.count(
                        "SELECT count(*) FROM contact WHERE person_id = ? AND sequence = ?",
                        person,
                        sequence)
                    == 1);
  }

  /** Publishes an example as a fact about this enterprise and a new object; returns the event. */
  public UUID publish(String type, UUID object, Consumer<ObjectNode> change) {
    ObjectNode event = IncidentEvents.example(type);
    event.put("id", object.toString()).put("enterpriseId", id.toString());
    event.putArray("audience").add("DEPARTMENT").add(id.toString());
    change.accept(event);
    String topic =
        type.startsWith("enterprise.") || type.startsWith("designation.")
            ? "phoihop.liaison"
            : type.startsWith("obligation.") ? "phoihop.reporting" : "phoihop.incident";
    return Events.publish(topic, type, object.toString(), event.toString());
  }

  public UUID publish(String type) {
    return publish(type, UUID.randomUUID(), event -> {});
  }

  /** A request issued now, so that nobody is told further up unless a test wants it. */
  public UUID request(UUID request, String priority) {
    return publish(
        "request.issued",
        request,
        event -> event.put("priority", priority).put("issuedAt", Instant.now().toString()));
  }

  /** Waits until what a query counts is so many. */
  public static void counted(long count, String sql, Object... parameters) {
    await(sql).atMost(SOON).until(() -> Database.count(sql, parameters) == count);
  }

  public static List<MimeMessage> inbox(GreenMail mail, String address) {
    return List.of(mail.getReceivedMessages()).stream()
        .filter(
            message -> {
              try {
                return message.getAllRecipients()[0].toString().equals(address);
              } catch (MessagingException e) {
                throw new IllegalStateException(e);
              }
            })
        .toList();
  }

  /** Waits for so many mails to an address. */
  public static List<MimeMessage> mails(GreenMail mail, String address, int count) {
    await(address).atMost(SOON).until(() -> inbox(mail, address).size() == count);
    return inbox(mail, address);
  }

  public static String text(MimeMessage message) throws MessagingException, IOException {
    return message.getContent().toString().replace("\r\n", "\n");
  }

  public static void update(String sql, Object... parameters) throws SQLException {
    Database.asSuperuser(
        connection -> {
          try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
              statement.setObject(i + 1, parameters[i]);
            }
            return statement.executeUpdate();
          }
        });
  }
}
