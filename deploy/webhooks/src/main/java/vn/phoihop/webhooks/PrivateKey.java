package vn.phoihop.webhooks;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Base64;

/** An asymmetric key of Standard Webhooks: {@code whsk_} and the base64 of seed and public key. */
final class PrivateKey implements Signer {
  private final java.security.PrivateKey key;
  private final byte[] publicKey;

  private PrivateKey(byte[] seedAndPublicKey) {
    publicKey = Arrays.copyOfRange(seedAndPublicKey, 32, 64);
    try {
      key =
          KeyFactory.getInstance("Ed25519")
              .generatePrivate(
                  new EdECPrivateKeySpec(
                      NamedParameterSpec.ED25519, Arrays.copyOf(seedAndPublicKey, 32)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has Ed25519", e);
    }
  }

  static PrivateKey parse(String text) {
    return new PrivateKey(Keys.decode("whsk_", text, 64, 64));
  }

  byte[] publicKey() {
    return publicKey.clone();
  }

  @Override
  public String version() {
    return "v1a";
  }

  @Override
  public Signer stranger() {
    return parse(Keys.random().privateKey());
  }

  @Override
  public String code(Message message) {
    try {
      Signature ed25519 = Signature.getInstance("Ed25519");
      ed25519.initSign(key);
      ed25519.update(message.signedBytes());
      return Base64.getEncoder().encodeToString(ed25519.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a key that was parsed signs", e);
    }
  }
}
