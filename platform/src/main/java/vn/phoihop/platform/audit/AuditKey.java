package vn.phoihop.platform.audit;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import vn.phoihop.platform.crypto.Ed25519Key;

/** The Ed25519 key that deploy made: {@code audit.key} holds it as PKCS #8 in base64. */
@Singleton
class AuditKey {

  private final Path file;
  private @Nullable Ed25519Key key;

  AuditKey(@ConfigProperty(name = "phoihop.keys-dir") Path folder) {
    this.file = folder.resolve("audit.key");
  }

  byte[] sign(byte[] message) {
    return key().sign(message);
  }

  /** SubjectPublicKeyInfo. */
  byte[] publicKey() {
    return key().publicKey();
  }

  private synchronized Ed25519Key key() {
    Ed25519Key known = key;
    if (known == null) {
      try {
        known = Ed25519Key.parse(Files.readString(file));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      key = known;
    }
    return known;
  }
}
