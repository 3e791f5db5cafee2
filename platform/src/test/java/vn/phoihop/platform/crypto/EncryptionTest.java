package vn.phoihop.platform.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EncryptionTest {

  private static final byte[] PLAIN = "whsec_bí mật".getBytes(StandardCharsets.UTF_8);
  private static final byte[] ROW = "row 1".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;

  @Test
  void what_is_encrypted_is_decrypted_for_the_same_row_only() throws Exception {
    Encryption encryption = with(key(1));
    byte[] sealed = encryption.encrypt("task", PLAIN, ROW);
    assertArrayEquals(PLAIN, encryption.decrypt("task", sealed, ROW));
    assertThrows(
        IllegalStateException.class,
        () -> encryption.decrypt("task", sealed, "row 2".getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void the_same_text_never_looks_the_same() throws Exception {
    Encryption encryption = with(key(1));
    assertFalse(
        Arrays.equals(
            encryption.encrypt("task", PLAIN, ROW), encryption.encrypt("task", PLAIN, ROW)));
  }

  @Test
  void any_changed_byte_is_noticed() throws Exception {
    Encryption encryption = with(key(1));
    byte[] sealed = encryption.encrypt("task", PLAIN, ROW);
    for (int i = 8; i < sealed.length; i++) {
      byte[] changed = sealed.clone();
      changed[i] ^= 1;
      assertThrows(IllegalStateException.class, () -> encryption.decrypt("task", changed, ROW));
    }
  }

  @Test
  void after_a_new_key_the_old_rows_are_still_read() throws Exception {
    byte[] old = with(key(1)).encrypt("task", PLAIN, ROW);
    Encryption rotated = with(key(2), key(1));
    assertArrayEquals(PLAIN, rotated.decrypt("task", old, ROW));
    byte[] fresh = rotated.encrypt("task", PLAIN, ROW);
    assertEquals(8, rotated.currentKeyId("task").length());
    assertFalse(Arrays.equals(Arrays.copyOf(old, 8), Arrays.copyOf(fresh, 8)));
    assertThrows(IllegalStateException.class, () -> with(key(1)).decrypt("task", fresh, ROW));
  }

  private Encryption with(String... keys) throws Exception {
    Files.writeString(folder.resolve("task.key"), String.join("\n", keys) + "\n");
    return new Encryption(new KeyRing(folder));
  }

  private static String key(int fill) {
    byte[] key = new byte[32];
    Arrays.fill(key, (byte) fill);
    return Base64.getEncoder().encodeToString(key);
  }
}
