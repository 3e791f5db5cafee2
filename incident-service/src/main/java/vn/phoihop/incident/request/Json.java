package vn.phoihop.incident.request;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import vn.phoihop.platform.outbox.EventJson;

/** Our own records, kept as JSON. */
final class Json {

  private Json() {}

  static <T> T read(String text, Class<T> type) {
    try {
      return EventJson.read(text.getBytes(StandardCharsets.UTF_8), type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
