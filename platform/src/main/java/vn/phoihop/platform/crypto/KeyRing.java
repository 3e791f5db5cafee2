package vn.phoihop.platform.crypto;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The service's keys, read from files that deploy made once. {@code <purpose>.key} holds base64
 * keys, one a line: the first one encrypts, the others still decrypt. A key's id is the head of its
 * SHA-256, so that rows can name it.
 */
@Singleton
public class KeyRing {

  private final Path folder;
  private final Map<String, List<Key>> keys = new ConcurrentHashMap<>();

  KeyRing(@ConfigProperty(name = "phoihop.keys-dir") Path folder) {
    this.folder = folder;
  }

  /** A key of 32 bytes and its id. */
  public record Key(String id, byte[] bytes) {}

  /** The key to use now for a purpose: document, webhook-secret, cursor. */
  public Key current(String purpose) {
    return all(purpose).get(0);
  }

  Key byId(String purpose, String id) {
    return all(purpose).stream()
        .filter(key -> key.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no " + purpose + " key " + id));
  }

  private List<Key> all(String purpose) {
    return keys.computeIfAbsent(purpose, this::load);
  }

  private List<Key> load(String purpose) {
    try {
      return Files.readAllLines(folder.resolve(purpose + ".key")).stream()
          .filter(line -> !line.isBlank())
          .map(line -> key(Base64.getDecoder().decode(line.strip())))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Key key(byte[] bytes) {
    if (bytes.length != 32) {
      throw new IllegalStateException("a key has 32 bytes");
    }
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      return new Key(HexFormat.of().formatHex(Arrays.copyOf(hash, 4)), bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
