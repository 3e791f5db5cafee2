package vn.phoihop.webhooks;

import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A symmetric secret of Standard Webhooks: {@code whsec_} and the base64 of 24 to 64 bytes. */
final class Secret implements Signer {
  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec key;

  private Secret(byte[] bytes) {
    key = new SecretKeySpec(bytes, ALGORITHM);
  }

  static Secret parse(String text) {
    return new Secret(Keys.decode("whsec_", text, 24, 64));
  }

  static Secret of(byte[] bytes) {
    return new Secret(bytes);
  }

  @Override
  public String version() {
    return "v1";
  }

  @Override
  public Signer stranger() {
    return parse(Keys.random().secret());
  }

  @Override
  public String code(Message message) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return Base64.getEncoder().encodeToString(mac.doFinal(message.signedBytes()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }
}
