package vn.phoihop.webhooks;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;

/** How Standard Webhooks writes keys, and fresh ones to try with. */
record Keys(String secret, String privateKey, String publicKey) {

  static Keys random() {
    byte[] secret = new byte[32];
    new SecureRandom().nextBytes(secret);
    try {
      KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
      byte[] seed = last32(pair.getPrivate().getEncoded());
      byte[] publicKey = last32(pair.getPublic().getEncoded());
      byte[] both = ByteBuffer.allocate(64).put(seed).put(publicKey).array();
      return new Keys(write("whsec_", secret), write("whsk_", both), write("whpk_", publicKey));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has Ed25519", e);
    }
  }

  /** Both encodings, PKCS #8 and X.509, end with the 32 bytes themselves. */
  private static byte[] last32(byte[] encoded) {
    return Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
  }

  static String write(String prefix, byte[] bytes) {
    return prefix + Base64.getEncoder().encodeToString(bytes);
  }

  /**
   * @throws Refusal for another prefix, for what is no base64, for another length
   */
  static byte[] decode(String prefix, String text, int least, int most) {
    if (text.startsWith(prefix)) {
      try {
        byte[] bytes = Base64.getDecoder().decode(text.substring(prefix.length()));
        if (bytes.length >= least && bytes.length <= most) {
          return bytes;
        }
      } catch (IllegalArgumentException e) {
        // Said below.
      }
    }
    String size = least == most ? "" + least : least + " to " + most;
    // Of what may be a secret, no more than shows which option is meant.
    throw new Refusal(
        "'%s...' is not %s and the base64 of %s bytes"
            .formatted(text.substring(0, Math.min(6, text.length())), prefix, size));
  }
}
