package vn.phoihop.deploy.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import vn.phoihop.deploy.Port;

/** The mails that people would find in their mailboxes. */
final class Inbox {
  private final Api api;
  private final Story story;

  Inbox(Api api, Story story) {
    this.api = api;
    this.story = story;
  }

  JsonNode await(String address, String what, Predicate<JsonNode> wanted) {
    JsonNode mail =
        Waiting.until(
            "a mail to %s (%s)".formatted(address, what),
            () ->
                StreamSupport.stream(all(address).spliterator(), false).filter(wanted).findFirst());
    story.step("%s finds a mail: %s".formatted(address, what));
    story.detail("subject: " + mail.path("subject").asText());
    return mail;
  }

  private JsonNode all(String address) {
    return api.getPublic(
            Port.INBOX, "/messages?to=" + URLEncoder.encode(address, StandardCharsets.UTF_8))
        .body()
        .path("items");
  }
}
