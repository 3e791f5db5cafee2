package vn.phoihop.notification.signing;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import vn.phoihop.platform.crypto.Ed25519Key;

/**
 * {@code webhook-signing.key}, one key a line: PKCS #8 in base64, since when it signs, and, where
 * it is not to sign for ever, until when. A rotation adds a line with an instant to come, so that
 * the key is published before it signs, and gives the line before an end after that instant: in
 * between both sign. Read once; instances are restarted one after the other.
 */
@Singleton
public class WebhookKeys {

  private final Path file;
  private @Nullable List<WebhookKey> keys;

  WebhookKeys(@ConfigProperty(name = "phoihop.keys-dir") Path folder) {
    this.file = folder.resolve("webhook-signing.key");
  }

  /** Those that sign at an instant. */
  public List<Ed25519Key> at(Instant now) {
    return all().stream().filter(key -> key.signsAt(now)).map(WebhookKey::key).toList();
  }

  /**
   * All in the file, those to come and those gone by too: what they signed can still be checked.
   */
  synchronized List<WebhookKey> all() {
    List<WebhookKey> known = keys;
    if (known == null) {
      try (var lines = Files.lines(file)) {
        known = lines.filter(line -> !line.isBlank()).map(WebhookKey::parse).toList();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      keys = known;
    }
    return known;
  }
}
