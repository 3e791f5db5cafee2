package vn.phoihop.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.function.Supplier;

/**
 * Secrets, made once and then kept: keys of the services and passwords of the parts under keys/,
 * passwords of people under passwords/. One file each, mode 600 in folders of mode 700.
 */
final class Keys {
  private static final SecureRandom RANDOM = new SecureRandom();
  private final Path keys;
  private final Path passwords;

  Keys(Path data) {
    this.keys = data.resolve("keys");
    this.passwords = data.resolve("passwords");
  }

  /** The folder that the services read; it holds all five files once this has been called. */
  Path folderWithServiceKeys() {
    for (String name : new String[] {"document", "webhook-secret", "cursor"}) {
      secret(keys.resolve(name + ".key"), () -> Base64.getEncoder().encodeToString(random(32)));
    }
    secret(keys.resolve("audit.key"), Keys::ed25519);
    secret(keys.resolve("webhook-signing.key"), () -> ed25519() + " " + Instant.now());
    return keys;
  }

  /**
   * A password or client secret between two parts; letters and digits, so that it fits anywhere.
   */
  String machine(String name) {
    return secret(keys.resolve(name), Keys::letters);
  }

  /** The file of a machine's secret, for programs that read it themselves. */
  Path file(String name) {
    machine(name);
    return keys.resolve(name);
  }

  /** The password of a person of the realm, by name or e-mail address. */
  String person(String name) {
    if (!name.matches("[A-Za-z0-9][A-Za-z0-9@._+-]{0,200}")) {
      throw new Failure("'%s' is neither a name nor an e-mail address".formatted(name));
    }
    return secret(passwords.resolve(name), Keys::letters);
  }

  private static String secret(Path file, Supplier<String> make) {
    try {
      Folders.createParent(file);
      if (!Files.exists(file)) {
        Path fresh =
            Files.createTempFile(
                file.getParent(),
                ".new",
                "",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(fresh, make.get() + "\n", StandardOpenOption.WRITE);
        // Whole or not at all: half a key would lose the data that it locks.
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
      }
      return Files.readString(file, StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String ed25519() {
    try {
      return Base64.getEncoder()
          .encodeToString(
              KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate().getEncoded());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK since 15 has Ed25519", e);
    }
  }

  private static String letters() {
    String alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";
    StringBuilder text = new StringBuilder();
    RANDOM.ints(32, 0, alphabet.length()).forEach(i -> text.append(alphabet.charAt(i)));
    return text.toString();
  }

  private static byte[] random(int length) {
    byte[] bytes = new byte[length];
    RANDOM.nextBytes(bytes);
    return bytes;
  }
}
