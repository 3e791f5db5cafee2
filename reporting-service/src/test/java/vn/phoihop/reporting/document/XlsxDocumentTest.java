package vn.phoihop.reporting.document;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.phoihop.reporting.document.DocumentContent.Source;

class XlsxDocumentTest {

  @Test
  void figures_are_numbers_under_a_head_that_looks_like_one() throws IOException {
    try (XSSFWorkbook book = read(DocumentContents.signed(2), DocumentContents.sources(2))) {
      Sheet sheet = book.getSheet("Số liệu");
      Row head = row(sheet, "Loại hành vi vi phạm");
      Row simbox = row(sheet, "Chuyển lưu lượng quốc tế trái phép, SIM box");
      Row sum = row(sheet, "Tổng cộng");

      assertEquals("SỐ LIỆU TỔNG HỢP 6 THÁNG ĐẦU NĂM 2026", sheet.getRow(0).getCell(0).toString());
      assertTrue(book.getFontAt(head.getCell(0).getCellStyle().getFontIndex()).getBold());
      assertEquals(
          List.of(
              "Phát hiện",
              "Báo cáo",
              "Đã xử lý",
              "Chuyển cơ quan chức năng",
              "Thiệt hại (đồng)",
              "Đã ngăn chặn (đồng)"),
          IntStream.range(2, 8).mapToObj(i -> head.getCell(i).toString()).toList());
      assertEquals(1_234_567_890_123.0, simbox.getCell(6).getNumericCellValue());
      assertEquals(
          "1,234,567,890,123",
          new DataFormatter(java.util.Locale.ROOT).formatCellValue(simbox.getCell(6)));
      assertEquals(1240, sum.getCell(2).getNumericCellValue());
      assertEquals(80, row(sheet, "Trả lời đúng hạn").getCell(2).getNumericCellValue());
      assertEquals(31, row(sheet, "Thông tin đã nhận").getCell(2).getNumericCellValue());
      assertNotNull(row(sheet, "Mã số liệu (SHA-256)"));
    }
  }

  @Test
  void each_figure_leads_to_the_report_versions_that_it_sums_up() throws IOException {
    List<Source> sources = DocumentContents.sources(3);
    try (XSSFWorkbook book = read(DocumentContents.signed(2), sources)) {
      Sheet details = book.getSheet("Chi tiết");
      assertEquals(1 + 3 * 2, details.getPhysicalNumberOfRows());
      Row second = details.getRow(2);
      assertEquals(
          sources.get(0).enterpriseId().toString(), second.getCell(2).getStringCellValue());
      assertEquals(sources.get(0).reportId().toString(), second.getCell(3).getStringCellValue());
      assertEquals(2, second.getCell(4).getNumericCellValue());
      assertEquals("TEL_BYPASS_SIMBOX", second.getCell(5).getStringCellValue());
      assertEquals(1234, second.getCell(7).getNumericCellValue());
      Sheet enterprises = book.getSheet("Doanh nghiệp");
      assertEquals(1 + 3, enterprises.getPhysicalNumberOfRows());
      assertEquals(1240, enterprises.getRow(3).getCell(5).getNumericCellValue());
      assertEquals(31, enterprises.getRow(3).getCell(18).getNumericCellValue());
      assertEquals(3, book.getSheet("Chưa có báo cáo").getPhysicalNumberOfRows());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=HYPERLINK(\"http://evil.example\",\"x\")",
        "+1+1",
        "-2",
        "@SUM(A1)",
        "\t=1+1",
        "\u0000=cmd|' /C calc'!A0",
      })
  void text_is_text_whatever_it_begins_with(String text) throws IOException {
    Source source =
        new Source(
            new UUID(1, 1),
            text,
            new UUID(2, 1),
            1,
            DocumentContents.FIGURES,
            DocumentContents.TOTALS);
    try (XSSFWorkbook book = read(DocumentContents.saying(text), List.of(source))) {
      Cell name = book.getSheet("Doanh nghiệp").getRow(1).getCell(1);
      assertEquals(CellType.STRING, name.getCellType());
      assertEquals(PlainText.line(text), name.getStringCellValue());
      assertTrue(name.getCellStyle().getQuotePrefixed());
      book.forEach(
          sheet ->
              sheet.forEach(
                  row -> row.forEach(cell -> assertFalse(cell.getCellType() == CellType.FORMULA))));
    }
  }

  @Test
  void a_number_beyond_what_a_spreadsheet_keeps_exactly_is_written_out() throws IOException {
    long much = (1L << 53) + 2;
    Source source =
        new Source(
            new UUID(1, 1),
            "A",
            new UUID(2, 1),
            1,
            List.of(),
            vn.phoihop.reporting.figure.Totals.of(count -> much));
    try (XSSFWorkbook book = read(DocumentContents.signed(0), List.of(source))) {
      assertEquals(
          "9.007.199.254.740.994",
          book.getSheet("Doanh nghiệp").getRow(1).getCell(9).getStringCellValue());
    }
  }

  @Test
  void the_same_content_is_the_same_file() {
    assertArrayEquals(
        make(DocumentContents.signed(3), DocumentContents.sources(3)),
        make(DocumentContents.signed(3), DocumentContents.sources(3)));
  }

  private static byte[] make(DocumentContent content, List<Source> sources) {
    return new Documents().make(DocumentFormat.XLSX, content, sources);
  }

  private static XSSFWorkbook read(DocumentContent content, List<Source> sources)
      throws IOException {
    return new XSSFWorkbook(new ByteArrayInputStream(make(content, sources)));
  }

  /** The row that has this text in its second column. */
  private static Row row(Sheet sheet, String text) {
    return StreamSupport.stream(sheet.spliterator(), false)
        .filter(row -> row.getCell(1) != null && row.getCell(1).toString().equals(text))
        .findFirst()
        .orElseThrow();
  }
}
