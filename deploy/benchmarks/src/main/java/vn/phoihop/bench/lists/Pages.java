package vn.phoihop.bench.lists;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import vn.phoihop.bench.http.Wire;
import vn.phoihop.deploy.Failure;

/** The list of incidents as one party pages over it. */
record Pages(Wire wire, String who, String token) {

  private static final int LIMIT = 50;
  private static final JsonMapper JSON = new JsonMapper();

  /**
   * Reads a page; how long that took, in nanoseconds.
   *
   * @param cursor empty for the first one
   */
  long read(String cursor) {
    byte[] request = request(cursor);
    long begin = System.nanoTime();
    Wire.Reply reply = wire.send(request);
    long end = System.nanoTime();
    check(reply);
    return end - begin;
  }

  /** The cursor after the first page; the page must be a full one. */
  String next() {
    Wire.Reply reply = wire.send(request(""));
    check(reply);
    try {
      JsonNode page = JSON.readTree(reply.body());
      if (page.path("items").size() != LIMIT || !page.hasNonNull("next")) {
        throw new Failure("the %s sees only %d".formatted(who, page.path("items").size()));
      }
      return page.get("next").asText();
    } catch (IOException e) {
      throw new Failure("no JSON: " + reply.text(), e);
    }
  }

  private void check(Wire.Reply reply) {
    if (reply.status() != 200) {
      throw new Failure(
          "the list answers the %s %d: %s".formatted(who, reply.status(), reply.text()));
    }
  }

  private byte[] request(String cursor) {
    return "GET /api/v1/incidents?limit=%d%s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n\r\n"
        .formatted(LIMIT, cursor.isEmpty() ? "" : "&cursor=" + cursor, token)
        .getBytes(StandardCharsets.US_ASCII);
  }
}
