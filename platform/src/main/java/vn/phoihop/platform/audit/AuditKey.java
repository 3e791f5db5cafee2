package vn.phoihop.platform.audit;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The Ed25519 key that deploy made: {@code audit.key} holds it as PKCS #8 in base64. */
@Singleton
class AuditKey {

  private final Path file;
  private @Nullable Pair pair;

  private record Pair(PrivateKey secret, byte[] open) {}

  AuditKey(@ConfigProperty(name = "phoihop.keys-dir") Path folder) {
    this.file = folder.resolve("audit.key");
  }

  byte[] sign(byte[] message) {
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(pair().secret());
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the audit key cannot sign", e);
    }
  }

  /** SubjectPublicKeyInfo. */
  byte[] publicKey() {
    return pair().open().clone();
  }

  private synchronized Pair pair() {
    Pair known = pair;
    if (known == null) {
      known = load();
      pair = known;
    }
    return known;
  }

  private Pair load() {
    try {
      byte[] encoded = Base64.getDecoder().decode(Files.readString(file).strip());
      PrivateKey secret =
          KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(encoded));
      return new Pair(secret, publicKeyOf((EdECPrivateKey) secret));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("audit.key is no Ed25519 key", e);
    }
  }

  /** The JDK derives no public key from a private one, but makes a pair of the seed it is given. */
  private static byte[] publicKeyOf(EdECPrivateKey secret) throws GeneralSecurityException {
    byte[] seed = secret.getBytes().orElseThrow();
    KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
    generator.initialize(
        NamedParameterSpec.ED25519,
        new SecureRandom() {
          private static final long serialVersionUID = 1L;

          @Override
          public void nextBytes(byte[] bytes) {
            System.arraycopy(seed, 0, bytes, 0, bytes.length);
          }
        });
    return generator.generateKeyPair().getPublic().getEncoded();
  }
}
