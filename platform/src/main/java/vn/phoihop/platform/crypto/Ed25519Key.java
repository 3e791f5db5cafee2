package vn.phoihop.platform.crypto;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;

/** A key that signs by Ed25519 (RFC 8032). One signature costs the JDK some milliseconds. */
public final class Ed25519Key {

  private final PrivateKey secret;
  private final byte[] open;

  private Ed25519Key(PrivateKey secret, byte[] open) {
    this.secret = secret;
    this.open = open;
  }

  /**
   * Reads what deploy made.
   *
   * @param text PKCS #8 in base64
   * @throws IllegalStateException for anything else
   */
  public static Ed25519Key parse(String text) {
    try {
      PrivateKey secret =
          KeyFactory.getInstance("Ed25519")
              .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(text.strip())));
      return new Ed25519Key(secret, publicKeyOf((EdECPrivateKey) secret));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IllegalStateException("this is no Ed25519 key", e);
    }
  }

  public byte[] sign(byte[]... parts) {
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(secret);
      for (byte[] part : parts) {
        signature.update(part);
      }
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a key that was read signs", e);
    }
  }

  /** SubjectPublicKeyInfo. */
  public byte[] publicKey() {
    return open.clone();
  }

  /** The 32 bytes alone; SubjectPublicKeyInfo ends with them. */
  public byte[] rawPublicKey() {
    return Arrays.copyOfRange(open, open.length - 32, open.length);
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
