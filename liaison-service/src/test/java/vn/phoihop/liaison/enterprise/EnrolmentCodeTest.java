package vn.phoihop.liaison.enterprise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EnrolmentCodeTest {

  private static final Instant NOW = Instant.parse("2026-03-02T02:00:00Z");

  @Test
  void a_code_is_base_32_in_groups_of_four() {
    // RFC 4648 §10: "foobar" repeated to twenty bytes.
    byte[] random = "foobarfoobarfoobarfo".getBytes(StandardCharsets.US_ASCII);
    assertEquals("MZXW-6YTB-OJTG-633C-MFZG-M33P-MJQX-EZTP", EnrolmentCode.write(random));
  }

  @Test
  void it_has_160_bits() {
    assertEquals(20, EnrolmentCode.RANDOM_BYTES);
    byte[] zero = new byte[20];
    byte[] one = new byte[20];
    one[19] = 1;
    assertNotEquals(EnrolmentCode.write(zero), EnrolmentCode.write(one));
  }

  @Test
  void dashes_spaces_and_case_do_not_matter() {
    assertEquals(EnrolmentCode.hash("ABCD-EFGH"), EnrolmentCode.hash(" abcdefgh "));
    assertNotEquals(EnrolmentCode.hash("ABCD-EFGH"), EnrolmentCode.hash("ABCD-EFGI"));
    assertEquals(64, EnrolmentCode.hash("ABCD").length());
  }

  @Test
  void it_is_good_until_it_expires() {
    EnrolmentCode code = EnrolmentCode.of(UUID.randomUUID(), UUID.randomUUID(), "ABCD", NOW);
    assertTrue(code.isGood(NOW.minusMillis(1)));
    assertFalse(code.isGood(NOW));
  }
}
