package vn.phoihop.reporting.document;

import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;

/**
 * How cells look.
 *
 * @param quoted for text that a spreadsheet might take for a formula: it stays text when edited
 */
record XlsxStyles(
    CellStyle title,
    CellStyle plain,
    CellStyle head,
    CellStyle text,
    CellStyle quoted,
    CellStyle number,
    CellStyle boldText,
    CellStyle boldNumber) {

  static XlsxStyles in(Workbook book) {
    Font bold = font(book, 11, true);
    Font plain = font(book, 11, false);
    short digits = book.createDataFormat().getFormat("#,##0");
    return new XlsxStyles(
        style(book, font(book, 13, true), s -> {}),
        style(book, plain, s -> {}),
        style(
            book,
            bold,
            XlsxStyles::bordered,
            s -> s.setAlignment(HorizontalAlignment.CENTER),
            s -> s.setVerticalAlignment(VerticalAlignment.CENTER),
            s -> s.setWrapText(true),
            s -> s.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex()),
            s -> s.setFillPattern(FillPatternType.SOLID_FOREGROUND)),
        style(book, plain, XlsxStyles::bordered),
        style(book, plain, XlsxStyles::bordered, s -> s.setQuotePrefixed(true)),
        style(book, plain, XlsxStyles::bordered, s -> s.setDataFormat(digits)),
        style(book, bold, XlsxStyles::bordered),
        style(book, bold, XlsxStyles::bordered, s -> s.setDataFormat(digits)));
  }

  private static Font font(Workbook book, int points, boolean bold) {
    Font font = book.createFont();
    font.setFontName("Times New Roman");
    font.setFontHeightInPoints((short) points);
    font.setBold(bold);
    return font;
  }

  @SafeVarargs
  private static CellStyle style(Workbook book, Font font, Consumer<CellStyle>... looks) {
    CellStyle style = book.createCellStyle();
    style.setFont(font);
    for (Consumer<CellStyle> look : looks) {
      look.accept(style);
    }
    return style;
  }

  private static void bordered(CellStyle style) {
    style.setBorderTop(BorderStyle.THIN);
    style.setBorderBottom(BorderStyle.THIN);
    style.setBorderLeft(BorderStyle.THIN);
    style.setBorderRight(BorderStyle.THIN);
  }
}
