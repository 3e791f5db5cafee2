package vn.phoihop.reporting.document;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.preflight.ValidationResult;
import org.apache.pdfbox.preflight.parser.PreflightParser;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PdfDocumentTest {

  private final Documents documents = new Documents();

  @Test
  void it_says_what_an_official_report_says_in_this_order() throws IOException {
    String text = text(make(DocumentContents.signed(2)));

    assertInOrder(
        text,
        "ỦY BAN NHÂN DÂN THÀNH PHỐ HÀ NỘI",
        "SỞ KHOA HỌC VÀ CÔNG NGHỆ HÀ NỘI",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Số: 356/BC-SKHCN",
        "Hà Nội, ngày 05 tháng 02 năm 2026",
        "BÁO CÁO",
        "Tổng hợp tình hình phòng, chống các hành vi vi phạm, tội phạm trong lĩnh vực bưu chính, viễn thông và công"
            + " nghệ thông tin 6 tháng đầu năm 2026",
        "Kính gửi:",
        "- Bộ Khoa học và Công nghệ;",
        "- Ủy ban nhân dân Thành phố Hà Nội.",
        "(từ ngày 01/01/2026 đến ngày 30/06/2026) như sau:",
        "1. Tình hình",
        "Có 41/43 doanh nghiệp có báo cáo được chấp nhận.",
        DocumentContents.ALPHABET,
        "Dòng thứ hai.",
        "2. Phòng ngừa",
        "3. Phát hiện",
        "Bảng 1. Số liệu theo loại hành vi vi phạm",
        "1.234.567.890.123",
        "Tổng cộng 1.240 1.205 803 1.105 1.237.517.890.123 988.904.321.000",
        "4. Xử lý",
        "5. Phối hợp với cơ quan chức năng",
        "Yêu cầu trả lời đúng hạn 80",
        "trân trọng báo cáo./.",
        "Nơi nhận:",
        "- Như trên;",
        "- Lưu: VT.",
        "GIÁM ĐỐC",
        "Nguyễn Thị Hường",
        "PHỤ LỤC",
        "DANH SÁCH DOANH NGHIỆP CHƯA CÓ BÁO CÁO ĐƯỢC CHẤP NHẬN",
        "(Kèm theo Báo cáo số 356/BC-SKHCN ngày 05 tháng 02 năm 2026 của Sở Khoa học và Công nghệ Hà Nội)",
        "Công ty Cổ phần Chuyển phát Hoàn Kiếm số 1 Chưa gửi báo cáo",
        "Công ty Cổ phần Chuyển phát Hoàn Kiếm số 2 Đã gửi, chưa được chấp nhận");
    assertFalse(text.contains("6. "), "a section without words is left out");
  }

  @Test
  void number_day_and_signer_are_blank_until_it_is_signed() throws IOException {
    String text = text(make(DocumentContents.frozen(0)));

    assertInOrder(text, "Số: /BC", "Hà Nội, ngày tháng năm", "BÁO CÁO");
    assertFalse(text.contains("GIÁM ĐỐC"));
    assertFalse(text.contains("PHỤ LỤC"));
    assertTrue(text.contains("Có 41/41 doanh nghiệp"));
  }

  @Test
  void its_fonts_are_embedded_and_subset() throws IOException {
    Set<String> names = new TreeSet<>();
    byte[] pdf = make(DocumentContents.signed(2));
    try (PDDocument document = Loader.loadPDF(pdf)) {
      for (PDPage page : document.getPages()) {
        for (COSName name : page.getResources().getFontNames()) {
          PDFont font = page.getResources().getFont(name);
          assertTrue(font.isEmbedded(), font.getName());
          assertTrue(font.getName().matches("[A-Z]{6}\\+Tinos-.*"), font.getName());
          names.add(font.getName().substring(7));
        }
      }
    }
    assertEquals(Set.of("Tinos-Regular", "Tinos-Bold", "Tinos-Italic", "Tinos-BoldItalic"), names);
    assertTrue(pdf.length < 200_000, "the fonts whole are 2 MB: " + pdf.length);
  }

  @Test
  void it_is_one_for_the_archive(@TempDir Path folder) throws IOException {
    Path file = Files.write(folder.resolve("a.pdf"), make(DocumentContents.signed(900)));

    ValidationResult result = PreflightParser.validate(file.toFile());

    assertEquals(
        List.of(),
        result.getErrorsList().stream().map(e -> e.getErrorCode() + e.getDetails()).toList());
    assertTrue(result.isValid());
  }

  @Test
  void pages_are_a4_and_numbered_but_for_the_first_and_tables_repeat_their_head()
      throws IOException {
    try (PDDocument document = Loader.loadPDF(make(DocumentContents.signed(900)))) {
      int pages = document.getNumberOfPages();
      assertTrue(pages > 20, "pages: " + pages);
      for (int n = 1; n <= pages; n++) {
        PDRectangle size = document.getPage(n - 1).getMediaBox();
        assertEquals(595, size.getWidth(), 1);
        assertEquals(842, size.getHeight(), 1);
        String page = page(document, n);
        assertEquals(n > 1, page.startsWith(n + " "), "page " + n + ": " + page);
        if (n > 3) {
          assertTrue(page.startsWith(n + " STT Doanh nghiệp Tình trạng "), page);
        }
      }
      String whole = text(document);
      assertInOrder(whole, "số 1 ", "số 400 ", "số 401 ", "số 899 ", "số 900 ");
    }
  }

  @Test
  void words_of_others_are_words_and_nothing_else() throws IOException {
    String text = text(make(DocumentContents.saying(DocumentContents.HOSTILE)));

    assertInOrder(
        text,
        "6. Đề xuất, kiến nghị",
        "<script>alert(1)</script> & <img src=\"file:///etc/passwd\"/> ]]> {letter.number} {#include x /} &xxe; đảo");
    assertFalse(text.contains("root:"));
  }

  @Test
  void a_letter_that_the_font_lacks_spoils_nothing() throws IOException {
    assertInOrder(text(make(DocumentContents.saying("trước 😀 漢 sau"))), "trước", "sau");
  }

  @Test
  void the_same_content_is_the_same_file() {
    assertArrayEquals(
        make(DocumentContents.signed(3)),
        new Documents().make(DocumentFormat.PDF, DocumentContents.signed(3), List.of()));
  }

  private byte[] make(DocumentContent content) {
    return documents.make(DocumentFormat.PDF, content, List.of());
  }

  private static String text(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return text(document);
    }
  }

  private static String text(PDDocument document) throws IOException {
    return flat(new PDFTextStripper().getText(document));
  }

  private static String page(PDDocument document, int n) throws IOException {
    PDFTextStripper stripper = new PDFTextStripper();
    stripper.setStartPage(n);
    stripper.setEndPage(n);
    return flat(stripper.getText(document));
  }

  private static String flat(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC).replaceAll("(?U)\\s+", " ").strip();
  }

  private static void assertInOrder(String text, String... phrases) {
    int from = 0;
    for (String phrase : phrases) {
      int at = text.indexOf(phrase, from);
      assertTrue(at >= 0, "after " + from + " there is no: " + phrase + "\n" + text);
      from = at + 1;
    }
  }
}
