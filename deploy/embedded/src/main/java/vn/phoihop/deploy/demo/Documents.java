package vn.phoihop.deploy.demo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import vn.phoihop.deploy.Failure;
import vn.phoihop.deploy.Port;
import vn.phoihop.deploy.Token;

/** The consolidated report as files that an office opens, saved for whoever wants to look. */
final class Documents {
  private final Api api;
  private final Token tokens;
  private final Story story;
  private final Path folder;

  Documents(Api api, Token tokens, Story story, Path data) {
    this.api = api;
    this.tokens = tokens;
    this.story = story;
    this.folder = data.resolve("demo");
  }

  void save(String report, String period) {
    check(fetch(report, period, "docx"), "word/document.xml", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
    check(fetch(report, period, "xlsx"), "xl/workbook.xml", "<sheet");
    byte[] pdf = fetch(report, period, "pdf");
    story.check(
        new String(pdf, 0, Math.min(5, pdf.length), StandardCharsets.US_ASCII).equals("%PDF-"),
        "it should be a PDF");
  }

  private byte[] fetch(String report, String period, String format) {
    Download document =
        api.download(
            Port.REPORTING,
            "%s/document?format=%s".formatted(report, format),
            tokens.of("department"));
    Path file = folder.resolve("bao-cao-tong-hop-%s.%s".formatted(period, format));
    story.step("The Department fetches it as " + format);
    story.detail(
        "%s  ->  %d  %s, %d bytes"
            .formatted(
                document.request(),
                document.status(),
                document.mediaType(),
                document.bytes().length));
    story.check(document.status() == 200, "there should be a document");
    try {
      Files.createDirectories(folder);
      Files.write(file, document.bytes());
    } catch (IOException e) {
      throw new Failure("cannot save %s: %s".formatted(file, e.getMessage()), e);
    }
    story.detail("saved as " + file);
    return document.bytes();
  }

  /** Office files are archives of XML. */
  private void check(byte[] document, String entry, String words) {
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(document))) {
      for (ZipEntry next = zip.getNextEntry(); next != null; next = zip.getNextEntry()) {
        if (next.getName().equals(entry)) {
          String xml = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
          story.check(xml.contains(words), "%s should have '%s'".formatted(entry, words));
          return;
        }
      }
      story.check(false, "there is no %s in it".formatted(entry));
    } catch (IOException e) {
      throw new Failure("it is no office file: " + e.getMessage(), e);
    }
  }
}
