package vn.phoihop.reporting.document;

import java.util.List;
import java.util.function.ToLongFunction;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import vn.phoihop.reporting.document.DocumentContent.Source;
import vn.phoihop.reporting.figure.Count;

/** A sheet that is written from top to bottom. */
final class XlsxSheet {

  /** Beyond it a spreadsheet's numbers are no longer exact. */
  private static final long EXACT = 1L << 53;

  private static final int WIDTH_UNITS = 256;
  private static final float HEAD_POINTS = 32;

  private final Sheet sheet;
  private final XlsxStyles styles;
  private int next;

  XlsxSheet(Workbook book, XlsxStyles styles, String name) {
    this.sheet = book.createSheet(name);
    this.styles = styles;
    sheet.getPrintSetup().setPaperSize(PrintSetup.A4_PAPERSIZE);
    sheet.getPrintSetup().setLandscape(true);
    sheet.setFitToPage(true);
    sheet.getPrintSetup().setFitHeight((short) 0);
  }

  /** In characters. */
  void widths(int... characters) {
    for (int i = 0; i < characters.length; i++) {
      sheet.setColumnWidth(i, characters[i] * WIDTH_UNITS);
    }
  }

  void title(String text) {
    new Line(sheet.createRow(next++), styles.title(), styles.title()).text(text);
  }

  void note(String what, long count) {
    new Line(sheet.createRow(next++), styles.plain(), styles.plain())
        .text("")
        .text(what)
        .number(count);
  }

  void note(String what, String text) {
    new Line(sheet.createRow(next++), styles.plain(), styles.plain())
        .text("")
        .text(what)
        .text(text);
  }

  void blank() {
    next++;
  }

  void head(List<String> titles) {
    Row row = sheet.createRow(next++);
    row.setHeightInPoints(HEAD_POINTS);
    Line line = new Line(row, styles.head(), styles.head());
    titles.forEach(line::text);
  }

  /** A head that stays in sight and filters, and is repeated on each printed page. */
  void table(List<String> titles) {
    sheet.setAutoFilter(new CellRangeAddress(next, next, 0, titles.size() - 1));
    sheet.setRepeatingRows(new CellRangeAddress(next, next, -1, -1));
    head(titles);
    sheet.createFreezePane(2, next);
  }

  Line row() {
    return new Line(sheet.createRow(next++), styles.text(), styles.number());
  }

  Line sum() {
    return new Line(sheet.createRow(next++), styles.boldText(), styles.boldNumber());
  }

  /** A row that is written from left to right. */
  final class Line {

    private final Row row;
    private final CellStyle text;
    private final CellStyle number;
    private int column;

    private Line(Row row, CellStyle text, CellStyle number) {
      this.row = row;
      this.text = text;
      this.number = number;
    }

    /** Text, whatever it looks like. */
    Line text(String value) {
      String line = PlainText.line(value);
      int most = SpreadsheetVersion.EXCEL2007.getMaxTextLength();
      String shown = line.length() > most ? line.substring(0, most) : line;
      boolean formulaLike = !shown.isEmpty() && "=+-@".indexOf(shown.charAt(0)) >= 0;
      Cell cell = row.createCell(column++);
      cell.setCellStyle(formulaLike ? styles.quoted() : text);
      cell.setCellValue(shown);
      return this;
    }

    Line number(long value) {
      if (Math.abs(value) > EXACT) {
        return text(PlainText.number(value));
      }
      Cell cell = row.createCell(column++);
      cell.setCellStyle(number);
      cell.setCellValue(value);
      return this;
    }

    Line source(Source source) {
      return text(source.enterpriseName())
          .text(source.enterpriseId().toString())
          .text(source.reportId().toString())
          .number(source.version());
    }

    Line counts(List<Count> counts, ToLongFunction<Count> value) {
      counts.forEach(count -> number(value.applyAsLong(count)));
      return this;
    }
  }
}
