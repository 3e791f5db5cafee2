package vn.phoihop.notification.sms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmsTextTest {

  @Test
  void vietnamese_loses_its_marks_and_nothing_else() {
    assertEquals(
        "Duong day nong; Nguoi phu trach; Uu tien, AI UY",
        SmsText.plain("Đường dây nóng; Người phụ trách; Ưu tiên, ÁI ỦY"));
    assertTrue(SmsText.fits(SmsText.plain("Yêu cầu cung cấp thông tin khẩn cấp")));
  }

  @Test
  void one_message_has_a_hundred_and_sixty_letters_that_every_telephone_has() {
    assertTrue(SmsText.fits("a".repeat(160)));
    assertFalse(SmsText.fits("a".repeat(161)));
    assertFalse(SmsText.fits("ư"));
    assertFalse(SmsText.fits("[x]"));
    assertFalse(SmsText.fits("~"));
  }

  @ParameterizedTest
  @CsvSource({
    "0912 345 678, +84912345678",
    "(024) 3825.0000, +842438250000",
    "+84 912 345 678, +84912345678",
    "84912345678, +84912345678",
    "0065 6123 4567, +6561234567"
  })
  void a_number_becomes_international(String written, String e164) {
    assertEquals(Optional.of(e164), SmsText.e164(written));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "123", "9999999999", "+0123456789", "00", "0", "++84912345678"})
  void what_is_none_is_none(String written) {
    assertEquals(Optional.empty(), SmsText.e164(written));
  }
}
