package vn.phoihop.reporting.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlainTextTest {

  @Test
  void what_no_line_may_have_is_dropped() {
    assertEquals(
        "a b c đảo", PlainText.line("\u0000a\tb\r\n c\u001b\u202e \u200bđảo\ufffe\ue000\ud800 "));
  }

  @Test
  void letters_are_composed() {
    String text = DocumentContents.ALPHABET;
    assertEquals(text, PlainText.line(Normalizer.normalize(text, Normalizer.Form.NFD)));
  }

  @Test
  void each_line_is_a_paragraph_and_empty_ones_are_none() {
    assertEquals(
        List.of("một", "hai", "ba"), PlainText.paragraphs("một\r\n\n  \u2028hai\u2029ba\n"));
  }

  @Test
  void numbers_and_days_are_written_as_in_vietnam() {
    assertEquals("1.234.567", PlainText.number(1_234_567));
    assertEquals("0", PlainText.number(0));
    assertEquals("05/02/2026", PlainText.day(LocalDate.of(2026, 2, 5)));
    assertEquals("ngày 05 tháng 02 năm 2026", PlainText.dayInWords(LocalDate.of(2026, 2, 5)));
    assertEquals("ngày 16 tháng 7 năm 2026", PlainText.dayInWords(LocalDate.of(2026, 7, 16)));
  }
}
