package vn.phoihop.incident.file;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNameTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          cdr.csv                    | cdr.csv
          Biên bản niêm phong.pdf    | Biên bản niêm phong.pdf
          ../../etc/passwd           | passwd
          C:\\Users\\a\\b.txt        | b.txt
          ..                         | file
          .htaccess                  | htaccess
          folder/                    | file
          ''                         | file
          """)
  void a_name_is_no_path(String given, String kept) {
    assertEquals(kept, FileName.clean(given));
  }

  @Test
  void nothing_hidden_stays() {
    assertEquals("invoicefdp.exe", FileName.clean("invoice\u202efdp.exe"));
    assertEquals("a.txt", FileName.clean("a\r\n\u0000\u200b.txt"));
  }

  @Test
  void letters_are_composed() {
    assertEquals("Biên.pdf", FileName.clean("Bie\u0302n.pdf"));
  }

  @Test
  void a_long_name_keeps_its_end_and_no_half_character() {
    String kept = FileName.clean("😀".repeat(300) + ".csv");

    assertEquals(200, kept.codePointCount(0, kept.length()));
    assertEquals("😀.csv", kept.substring(kept.length() - 6));
  }
}
