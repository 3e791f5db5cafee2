package vn.phoihop.notification.delivery;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.StringJoiner;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import vn.phoihop.platform.crypto.Ed25519Key;

/** The {@code webhook-signature} header of Standard Webhooks 1.0.0. */
final class Signature {

  private static final String ALGORITHM = "HmacSHA256";

  private Signature() {}

  /**
   * One signature a key, separated by spaces: while a key is being rotated the receiver finds the
   * one it knows.
   *
   * @param secrets their bytes, for signatures {@code v1}
   * @param keys for signatures {@code v1a}
   * @param timestamp Unix seconds of this attempt
   */
  static String header(
      List<byte[]> secrets, List<Ed25519Key> keys, String id, long timestamp, byte[] body) {
    byte[] prefix = (id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8);
    StringJoiner signatures = new StringJoiner(" ");
    for (byte[] secret : secrets) {
      signatures.add("v1," + base64(sign(secret, prefix, body)));
    }
    for (Ed25519Key key : keys) {
      signatures.add("v1a," + base64(key.sign(prefix, body)));
    }
    return signatures.toString();
  }

  private static String base64(byte[] signature) {
    return Base64.getEncoder().encodeToString(signature);
  }

  private static byte[] sign(byte[] key, byte[] prefix, byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      mac.update(prefix);
      return mac.doFinal(body);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }
}
