package vn.phoihop.liaison.designation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PdfUploadTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "%PDF-1.6 … %%EOF | true",
        "%PDF-1.6 cut off in the middle | false",
        "<html>%PDF-1.6 … %%EOF | false",
        "PK a DOCX called .pdf %%EOF | false",
        "%PDF | false",
        "'' | false"
      })
  void the_content_decides(String content, boolean expected) throws IOException {
    assertEquals(expected, isPdf(content));
  }

  @Test
  void a_long_file_is_judged_by_its_ends() throws IOException {
    String middle = "0123456789".repeat(100_000);
    assertEquals(true, isPdf("%PDF-1.7\n" + middle + "\n%%EOF\n"));
    assertEquals(false, isPdf("%PDF-1.7\n%%EOF\n" + middle));
  }

  private boolean isPdf(String content) throws IOException {
    Path file = folder.resolve("file");
    Files.write(file, content.getBytes(StandardCharsets.UTF_8));
    return PdfUpload.isPdf(file);
  }
}
