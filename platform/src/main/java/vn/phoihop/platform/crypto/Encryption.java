package vn.phoihop.platform.crypto;

import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-256-GCM (NIST SP 800-38D). What it returns names its key: 8 characters of key id, 12 bytes of
 * nonce, ciphertext.
 */
@Singleton
public class Encryption {

  private static final int ID_BYTES = 8;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final KeyRing keys;
  private final SecureRandom random = new SecureRandom();

  Encryption(KeyRing keys) {
    this.keys = keys;
  }

  /**
   * Encrypts under the purpose's current key.
   *
   * @param context what the plaintext belongs to (a row's id); it must be the same at decryption
   */
  public byte[] encrypt(String purpose, byte[] plain, byte[] context) {
    KeyRing.Key key = keys.current(purpose);
    byte[] nonce = randomBytes(NONCE_BYTES);
    byte[] sealed = gcm(Cipher.ENCRYPT_MODE, key.bytes(), nonce, plain, context);
    return ByteBuffer.allocate(ID_BYTES + NONCE_BYTES + sealed.length)
        .put(key.id().getBytes(StandardCharsets.US_ASCII))
        .put(nonce)
        .put(sealed)
        .array();
  }

  /**
   * Decrypts what {@link #encrypt} made.
   *
   * @throws IllegalStateException where a bit, the context or the key is not the same
   */
  public byte[] decrypt(String purpose, byte[] sealed, byte[] context) {
    ByteBuffer buffer = ByteBuffer.wrap(sealed);
    byte[] id = new byte[ID_BYTES];
    byte[] nonce = new byte[NONCE_BYTES];
    buffer.get(id).get(nonce);
    byte[] rest = new byte[buffer.remaining()];
    buffer.get(rest);
    KeyRing.Key key = keys.byId(purpose, new String(id, StandardCharsets.US_ASCII));
    return gcm(Cipher.DECRYPT_MODE, key.bytes(), nonce, rest, context);
  }

  /** The id of the key that {@link #encrypt} uses now. */
  public String currentKeyId(String purpose) {
    return keys.current(purpose).id();
  }

  public byte[] randomBytes(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }

  /**
   * One AES-GCM operation under a data key of a document; the nonce must be unique under that key.
   */
  public static byte[] gcm(int mode, byte[] key, byte[] nonce, byte[] input, byte[] context) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(context);
      return cipher.doFinal(input);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("not decryptable", e);
    }
  }
}
