package vn.phoihop.webhooks;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** What is signed: id, timestamp, body. */
record Message(String id, String timestamp, byte[] body) {

  /** A new one, of this moment. */
  static Message of(String body) {
    return new Message(
        UUID.randomUUID().toString(),
        seconds(Duration.ZERO),
        body.getBytes(StandardCharsets.UTF_8));
  }

  /** An incident's webhook as we send them, spelled as compactly as most JSON libraries do. */
  static Message incident() {
    return of(incident("incident.received", "{}"));
  }

  static String incident(String type, String more) {
    return ("{\"type\":\"%s\",\"timestamp\":\"%s\",\"data\":{\"id\":\"%s\","
            + "\"receiptNumber\":\"TB-2026-000123\",\"violationTypes\":[\"TEL_BYPASS_SIMBOX\"],"
            + "\"state\":\"RECEIVED\",\"stage\":\"EARLY\",\"version\":1,\"sequence\":1,"
            + "\"tlp\":\"AMBER\",\"extension\":%s}}")
        .formatted(type, Instant.now(), UUID.randomUUID(), more);
  }

  Message at(Duration fromNow) {
    return at(seconds(fromNow));
  }

  Message at(String otherTimestamp) {
    return new Message(id, otherTimestamp, body);
  }

  Message withId(String otherId) {
    return new Message(otherId, timestamp, body);
  }

  byte[] signedBytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
    bytes.writeBytes(body);
    return bytes.toByteArray();
  }

  private static String seconds(Duration fromNow) {
    return Long.toString(Instant.now().plus(fromNow).getEpochSecond());
  }
}
