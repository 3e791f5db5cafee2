package vn.phoihop.reporting.document;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.junit.jupiter.api.Test;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;

class DocxDocumentTest {

  @Test
  void it_reads_back_whole() throws IOException {
    try (XWPFDocument docx = read(DocumentContents.signed(2))) {
      List<String> lines = lines(docx);

      assertEquals(
          List.of(
              "ỦY BAN NHÂN DÂN THÀNH PHỐ HÀ NỘI",
              "SỞ KHOA HỌC VÀ CÔNG NGHỆ HÀ NỘI",
              "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
              "Độc lập - Tự do - Hạnh phúc",
              "Số: 356/BC-SKHCN",
              "Hà Nội, ngày 05 tháng 02 năm 2026",
              "BÁO CÁO"),
          lines.subList(0, 7));
      assertTrue(lines.contains(DocumentContents.ALPHABET));
      assertTrue(lines.contains("- Bộ Khoa học và Công nghệ;"));
      assertTrue(
          lines.containsAll(
              List.of("Nơi nhận:", "- Như trên;", "- Lưu: VT.", "GIÁM ĐỐC", "Nguyễn Thị Hường")));
      assertEquals("Đã gửi, chưa được chấp nhận", lines.get(lines.size() - 1));
    }
  }

  @Test
  void figures_stand_in_a_real_table_whose_head_repeats() throws IOException {
    try (XWPFDocument docx = read(DocumentContents.signed(2))) {
      XWPFTable figures = table(docx, "Loại hành vi vi phạm");

      assertTrue(figures.getRow(0).isRepeatHeader());
      assertTrue(figures.getRows().stream().allMatch(XWPFTableRow::isCantSplitRow));
      assertEquals(
          List.of(
              "2",
              "Chuyển lưu lượng quốc tế trái phép, SIM box",
              "1.234",
              "1.200",
              "800",
              "1.100",
              "1.234.567.890.123",
              "987.654.321.000"),
          texts(figures.getRow(2)));
      assertEquals("Tổng cộng", texts(figures.getRow(3)).get(1));
      assertEquals(3, table(docx, "Doanh nghiệp").getNumberOfRows());
    }
  }

  @Test
  void the_page_is_as_the_decree_has_it() throws IOException {
    try (XWPFDocument docx = read(DocumentContents.frozen(0))) {
      CTSectPr section = docx.getDocument().getBody().getSectPr();
      assertEquals(BigInteger.valueOf(11906), section.getPgSz().getW());
      assertEquals(BigInteger.valueOf(16838), section.getPgSz().getH());
      assertEquals(30, millimetres(section.getPgMar().getLeft()), 0.5);
      assertEquals(15, millimetres(section.getPgMar().getRight()), 0.5);
      assertEquals(20, millimetres(section.getPgMar().getTop()), 0.5);
      assertTrue(section.isSetTitlePg(), "the first page has no number");
      assertTrue(
          docx.getHeaderFooterPolicy().getDefaultHeader().getParagraphs().stream()
              .anyMatch(p -> p.getCTP().sizeOfFldSimpleArray() == 1));
      XWPFParagraph kind =
          docx.getParagraphs().stream()
              .filter(p -> p.getText().equals("BÁO CÁO"))
              .findFirst()
              .orElseThrow();
      assertEquals(ParagraphAlignment.CENTER, kind.getAlignment());
      assertTrue(kind.getRuns().get(0).isBold());
      assertEquals("Times New Roman", kind.getRuns().get(0).getFontFamily());
      assertEquals(14.0, kind.getRuns().get(0).getFontSizeAsDouble());
    }
  }

  @Test
  void words_of_others_are_words_and_nothing_else() throws IOException {
    try (XWPFDocument docx = read(DocumentContents.saying(DocumentContents.HOSTILE))) {
      String expected =
          "<script>alert(1)</script> & <img src=\"file:///etc/passwd\"/> ]]> {letter.number} {#include x /} &xxe;"
              + " đảo";
      assertTrue(lines(docx).contains(expected), lines(docx)::toString);
      assertEquals(List.of(), docx.getAllPictures());
      assertEquals(expected, texts(table(docx, "Doanh nghiệp").getRow(1)).get(1));
    }
  }

  @Test
  void the_same_content_is_the_same_file() {
    assertArrayEquals(make(DocumentContents.signed(3)), make(DocumentContents.signed(3)));
    assertFalse(
        java.util.Arrays.equals(
            make(DocumentContents.signed(3)), make(DocumentContents.frozen(3))));
  }

  private static byte[] make(DocumentContent content) {
    return new Documents().make(DocumentFormat.DOCX, content, List.of());
  }

  private static XWPFDocument read(DocumentContent content) throws IOException {
    return new XWPFDocument(new ByteArrayInputStream(make(content)));
  }

  private static double millimetres(Object twips) {
    return ((BigInteger) twips).doubleValue() / 56.7;
  }

  /** Every line that is not empty, as one reads. */
  private static List<String> lines(XWPFDocument docx) {
    List<String> lines = new ArrayList<>();
    for (IBodyElement element : docx.getBodyElements()) {
      if (element instanceof XWPFParagraph paragraph) {
        lines.add(paragraph.getText());
      } else if (element instanceof XWPFTable table) {
        for (XWPFTableRow row : table.getRows()) {
          for (XWPFTableCell cell : row.getTableCells()) {
            cell.getParagraphs().forEach(paragraph -> lines.add(paragraph.getText()));
          }
        }
      }
    }
    lines.removeIf(String::isBlank);
    return lines;
  }

  /** The table that has this title of a column. */
  private static XWPFTable table(XWPFDocument docx, String title) {
    return docx.getTables().stream()
        .filter(table -> texts(table.getRow(0)).contains(title))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> texts(XWPFTableRow row) {
    return row.getTableCells().stream().map(XWPFTableCell::getText).toList();
  }
}
