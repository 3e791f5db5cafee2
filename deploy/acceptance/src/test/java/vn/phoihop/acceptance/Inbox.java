package vn.phoihop.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import vn.phoihop.deploy.Port;

/** The mails that the stack's SMTP sink has taken. */
final class Inbox {

  record Mail(String subject, String text) {}

  private Inbox() {}

  static List<Mail> of(Stack stack, String address) {
    JsonNode items =
        Http.get(stack.url(Port.INBOX) + "/messages?to=" + address, null).expect(200).json();
    return StreamSupport.stream(items.path("items").spliterator(), false)
        .map(mail -> new Mail(mail.path("subject").asText(), mail.path("text").asText()))
        .toList();
  }

  /** The mail to the address whose text has these words. */
  static Mail await(Stack stack, String address, String words) {
    return Awaitility.await("a mail to %s with '%s'".formatted(address, words))
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(100))
        .until(
            () ->
                of(stack, address).stream().filter(mail -> mail.text().contains(words)).findFirst(),
            java.util.Optional::isPresent)
        .orElseThrow();
  }
}
