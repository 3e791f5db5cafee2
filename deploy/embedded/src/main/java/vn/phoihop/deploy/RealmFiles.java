package vn.phoihop.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the realm should be, with this stack's ports and secrets put in. */
final class RealmFiles {
  private static final Pattern SECRET = Pattern.compile("\\$\\{secret:([a-z-]+)}");
  private final Settings settings;
  private final Keys keys;

  RealmFiles(Settings settings, Keys keys) {
    this.settings = settings;
    this.keys = keys;
  }

  /** A client's secret, by client id. */
  static String secret(Keys keys, String client) {
    return keys.machine(client + ".secret");
  }

  JsonNode realm() {
    return read("/phoihop-realm.json");
  }

  JsonNode userProfile() {
    return read("/phoihop-user-profile.json");
  }

  /** persons[] and machines[], in a shape of our own. */
  JsonNode accounts() {
    return read("/phoihop-accounts.json");
  }

  private JsonNode read(String resource) {
    try (InputStream in = Objects.requireNonNull(RealmFiles.class.getResourceAsStream(resource))) {
      String text =
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .replace("${smtp.port}", Integer.toString(settings.port(Port.SMTP)));
      return KeycloakAdmin.JSON.readTree(
          SECRET
              .matcher(text)
              .replaceAll(client -> Matcher.quoteReplacement(secret(keys, client.group(1)))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
