package vn.phoihop.platform.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class Ed25519KeyTest {

  private static final HexFormat HEX = HexFormat.of();

  /** RFC 8032 §7.1, TEST 2. */
  private static final String SEED =
      "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb";

  private static final String PUBLIC =
      "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c";

  private static final String SIGNATURE =
      "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
          + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00";

  private final Ed25519Key key =
      Ed25519Key.parse(
          Base64.getEncoder()
              .encodeToString(HEX.parseHex("302e020100300506032b657004220420" + SEED)));

  @Test
  void signs_as_the_rfc_says() {
    assertEquals(PUBLIC, HEX.formatHex(key.rawPublicKey()));
    assertEquals(SIGNATURE, HEX.formatHex(key.sign(new byte[] {0x72})));
  }

  @Test
  void a_message_in_parts_is_the_message_whole() throws Exception {
    byte[] signed = key.sign(new byte[] {1, 2}, new byte[] {3});
    assertArrayEquals(key.sign(new byte[] {1, 2, 3}), signed);
    Signature verifier = Signature.getInstance("Ed25519");
    verifier.initVerify(
        KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(key.publicKey())));
    verifier.update(new byte[] {1, 2, 3});
    assertTrue(verifier.verify(signed));
  }

  @Test
  void anything_else_is_refused() {
    assertThrows(IllegalStateException.class, () -> Ed25519Key.parse("no key"));
    assertThrows(
        IllegalStateException.class,
        () -> Ed25519Key.parse(Base64.getEncoder().encodeToString(new byte[32])));
  }
}
