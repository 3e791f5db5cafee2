package vn.phoihop.reporting.document;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import vn.phoihop.reporting.document.DocumentContent.Missing;
import vn.phoihop.reporting.document.DocumentContent.Source;
import vn.phoihop.reporting.figure.Count;
import vn.phoihop.reporting.figure.Figure;

/**
 * The numbers as a workbook: by violation type, by enterprise, by both with the report version that
 * each comes from, and who is missing. Rows go to a temporary file as they are written.
 */
final class XlsxDocument {

  private static final int ROWS_IN_MEMORY = 50;
  private static final List<String> OF_CASES =
      List.of(
          "Phát hiện",
          "Báo cáo",
          "Đã xử lý",
          "Chuyển cơ quan chức năng",
          "Thiệt hại (đồng)",
          "Đã ngăn chặn (đồng)");
  private static final List<String> OF_ALL =
      Stream.concat(
              OF_CASES.stream(),
              Stream.of(
                  "Yêu cầu đã nhận",
                  "Đã trả lời",
                  "Trả lời đúng hạn",
                  "Trả lời một phần",
                  "Không cung cấp được",
                  "Biện pháp",
                  "Thông tin đã gửi",
                  "Thông tin đã nhận"))
          .toList();
  private static final List<String> OF_SOURCE =
      List.of("STT", "Doanh nghiệp", "Mã doanh nghiệp", "Mã báo cáo", "Phiên bản");

  private XlsxDocument() {}

  static void write(DocumentContent content, List<Source> sources, OutputStream out)
      throws IOException {
    try (SXSSFWorkbook book = new SXSSFWorkbook(ROWS_IN_MEMORY)) {
      book.setCompressTempFiles(true);
      book.setZip64Mode(Zip64Mode.Never);
      OfficeProperties.set(
          book.getXSSFWorkbook().getProperties().getCoreProperties(),
          "Báo cáo tổng hợp " + Letter.words(content.period()),
          PlainText.line(content.names().author()),
          content.at());
      XlsxStyles styles = XlsxStyles.in(book);
      figures(new XlsxSheet(book, styles, "Số liệu"), content);
      enterprises(new XlsxSheet(book, styles, "Doanh nghiệp"), sources);
      details(new XlsxSheet(book, styles, "Chi tiết"), content, sources);
      missing(new XlsxSheet(book, styles, "Chưa có báo cáo"), content.missing());
      book.write(out);
    }
  }

  private static void figures(XlsxSheet sheet, DocumentContent content) {
    sheet.widths(8, 48, 18, 12, 12, 14, 20, 20);
    sheet.title("SỐ LIỆU TỔNG HỢP " + PlainText.upper(Letter.words(content.period())));
    sheet.note("Lần tổng hợp", content.number());
    sheet.note("Doanh nghiệp có báo cáo được chấp nhận", content.included());
    sheet.note("Doanh nghiệp chưa có báo cáo được chấp nhận", content.missing().size());
    sheet.note("Mã số liệu (SHA-256)", content.snapshot());
    sheet.head(Stream.concat(Stream.of("STT", "Loại hành vi vi phạm"), OF_CASES.stream()).toList());
    int n = 0;
    for (Figure figure : content.figures()) {
      sheet
          .row()
          .number(++n)
          .text(content.label(figure.violationType()))
          .counts(Count.OF_CASES, figure::get);
    }
    sheet.sum().text("").text("Tổng cộng").counts(Count.OF_CASES, content.totals()::get);
    sheet.blank();
    List<Count> others =
        List.of(Count.values()).subList(Count.OF_CASES.size(), Count.values().length);
    sheet.head(List.of("STT", "Nội dung", "Số lượng"));
    for (int i = 0; i < others.size(); i++) {
      sheet
          .row()
          .number(i + 1)
          .text(OF_ALL.get(Count.OF_CASES.size() + i))
          .number(content.totals().get(others.get(i)));
    }
  }

  private static void enterprises(XlsxSheet sheet, List<Source> sources) {
    sheet.widths(8, 48, 38, 38, 11, 12, 12, 12, 14, 20, 20, 12, 12, 12, 12, 12, 12, 12, 12);
    sheet.table(Stream.concat(OF_SOURCE.stream(), OF_ALL.stream()).toList());
    int n = 0;
    for (Source source : sources) {
      sheet.row().number(++n).source(source).counts(List.of(Count.values()), source.totals()::get);
    }
  }

  private static void details(XlsxSheet sheet, DocumentContent content, List<Source> sources) {
    sheet.widths(8, 48, 38, 38, 11, 24, 40, 12, 12, 12, 14, 20, 20);
    sheet.table(
        Stream.of(OF_SOURCE, List.of("Mã hành vi", "Loại hành vi vi phạm"), OF_CASES)
            .flatMap(List::stream)
            .toList());
    int n = 0;
    for (Source source : sources) {
      for (Figure figure : source.figures()) {
        sheet
            .row()
            .number(++n)
            .source(source)
            .text(figure.violationType())
            .text(content.label(figure.violationType()))
            .counts(Count.OF_CASES, figure::get);
      }
    }
  }

  private static void missing(XlsxSheet sheet, List<Missing> missing) {
    sheet.widths(8, 60, 32);
    sheet.table(List.of("STT", "Doanh nghiệp", "Tình trạng"));
    for (int i = 0; i < missing.size(); i++) {
      List<String> row = Letter.annexRow(i + 1, missing.get(i));
      sheet.row().number(i + 1).text(row.get(1)).text(row.get(2));
    }
  }
}
