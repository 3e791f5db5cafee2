package vn.phoihop.incident.file;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MediaTypesTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "'%PDF-1.4\n', cdr.csv, application/pdf",
    "'a,b\n1,2\n', cdr.csv, text/csv",
    "'a,b\n1,2\n', cdr.pdf, text/plain",
    "'hello', letter, text/plain",
    "'MZ\u0090', photo.jpg, application/x-msdownload",
  })
  void the_content_decides_and_the_name_only_refines(String content, String name, String type)
      throws IOException {
    Path file = Files.writeString(folder.resolve("part"), content, StandardCharsets.ISO_8859_1);

    assertEquals(type, new MediaTypes().of(file, name));
  }
}
