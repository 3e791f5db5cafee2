package vn.phoihop.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysTest {
  @TempDir Path data;

  @Test
  void serviceKeysAre32RandomBytesAndAnEd25519Key() throws Exception {
    Path folder = new Keys(data).folderWithServiceKeys();

    for (String name : List.of("document.key", "webhook-secret.key", "cursor.key")) {
      assertEquals(32, decoded(folder.resolve(name)).length, name);
    }
    assertNotEquals(
        Files.readString(folder.resolve("document.key")),
        Files.readString(folder.resolve("cursor.key")));
    assertEquals(
        "EdDSA",
        KeyFactory.getInstance("Ed25519")
            .generatePrivate(new PKCS8EncodedKeySpec(decoded(folder.resolve("audit.key"))))
            .getAlgorithm());
  }

  @Test
  void theKeyOfWebhooksSignsSinceItWasMade() throws Exception {
    Path folder = new Keys(data).folderWithServiceKeys();

    String[] words = Files.readString(folder.resolve("webhook-signing.key")).strip().split(" ");
    assertEquals(2, words.length);
    KeyFactory.getInstance("Ed25519")
        .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(words[0])));
    assertTrue(Instant.parse(words[1]).isBefore(Instant.now()));
  }

  @Test
  void secretsAreMadeOnceAndOnlyTheirOwnerReadsThem() throws Exception {
    Keys keys = new Keys(data);
    String password = keys.machine("incident_app.password");
    String person = keys.person("liaison@example.vn");
    keys.folderWithServiceKeys();

    Keys later = new Keys(data);
    assertEquals(password, later.machine("incident_app.password"));
    assertEquals(person, later.person("liaison@example.vn"));
    assertTrue(password.matches("[A-Za-z0-9]{32}"));
    try (Stream<Path> all = Files.walk(data)) {
      for (Path path : all.filter(path -> !path.equals(data)).toList()) {
        assertEquals(
            Files.isDirectory(path) ? "rwx------" : "rw-------",
            PosixFilePermissions.toString(Files.getPosixFilePermissions(path)),
            path.toString());
      }
    }
  }

  @Test
  void aNameCannotLeaveTheFolder() {
    assertThrows(Failure.class, () -> new Keys(data).person("../keys/document.key"));
  }

  private static byte[] decoded(Path file) throws Exception {
    return Base64.getDecoder().decode(Files.readString(file).strip());
  }
}
