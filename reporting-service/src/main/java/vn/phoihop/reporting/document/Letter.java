package vn.phoihop.reporting.document;

import static vn.phoihop.reporting.document.Block.Align.CENTER;
import static vn.phoihop.reporting.document.Block.Align.LEFT;
import static vn.phoihop.reporting.document.Block.Align.RIGHT;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.phoihop.reporting.document.Block.Column;
import vn.phoihop.reporting.document.Block.Grid;
import vn.phoihop.reporting.document.DocumentContent.Missing;
import vn.phoihop.reporting.document.DocumentContent.Section;
import vn.phoihop.reporting.document.DocumentContent.Signing;
import vn.phoihop.reporting.figure.Figure;
import vn.phoihop.reporting.figure.Period;
import vn.phoihop.reporting.figure.Totals;

/** The words of the document, part by part as Decree 30/2020 orders them; PDF and DOCX set them. */
record Letter(
    @Nullable String parent,
    String author,
    String number,
    String placeAndDay,
    String subject,
    List<String> recipients,
    List<Block> body,
    String signerTitle,
    String signerName,
    List<String> copies,
    List<Missing> missing,
    String annexNote) {

  static final String STATE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
  static final String MOTTO = "Độc lập - Tự do - Hạnh phúc";
  static final String KIND = "BÁO CÁO";
  static final String ANNEX = "PHỤ LỤC";
  static final String ANNEX_TITLE = "DANH SÁCH DOANH NGHIỆP CHƯA CÓ BÁO CÁO ĐƯỢC CHẤP NHẬN";
  static final List<Column> ANNEX_COLUMNS =
      List.of(
          new Column("STT", 15, CENTER),
          new Column("Doanh nghiệp", 97, LEFT),
          new Column("Tình trạng", 53, LEFT));

  private static final char SPACE = '\u00a0';

  static Letter of(DocumentContent content) {
    Signing signing = content.signing();
    Period period = content.period();
    String spaces = String.valueOf(SPACE).repeat(10);
    return new Letter(
        content.names().parent() == null ? null : PlainText.upper(line(content.names().parent())),
        PlainText.upper(line(content.names().author())),
        "Số: " + (signing == null ? spaces + "/BC" : line(signing.number())),
        line(content.place())
            + ", "
            + (signing == null
                ? "ngày" + spaces + "tháng" + spaces + "năm" + spaces
                : PlainText.dayInWords(signing.date())),
        "Tổng hợp tình hình phòng, chống các hành vi vi phạm, tội phạm trong lĩnh vực bưu chính, viễn thông"
            + " và công nghệ thông tin "
            + words(period),
        content.names().recipients().stream().map(PlainText::line).toList(),
        body(content),
        signing == null ? "" : PlainText.upper(line(signing.title())),
        signing == null ? "" : line(signing.name()),
        List.of("Như trên;", "Lưu: VT."),
        content.missing(),
        "(Kèm theo Báo cáo"
            + (signing == null
                ? ""
                : " số " + line(signing.number()) + " " + PlainText.dayInWords(signing.date()))
            + " của "
            + line(content.names().author())
            + ")");
  }

  static List<String> annexRow(int n, Missing missing) {
    return List.of(
        Integer.toString(n),
        line(missing.name()),
        missing.submitted() ? "Đã gửi, chưa được chấp nhận" : "Chưa gửi báo cáo");
  }

  /** 6 tháng đầu năm 2026 */
  static String words(Period period) {
    return "6 tháng " + (period.half() == 1 ? "đầu" : "cuối") + " năm " + period.year();
  }

  private static List<Block> body(DocumentContent content) {
    List<Block> body = new ArrayList<>();
    String author = line(content.names().author());
    body.add(
        Block.text(
            "Thực hiện chế độ báo cáo định kỳ 6 tháng về công tác phối hợp phòng, chống các hành vi vi phạm, tội"
                + " phạm trong lĩnh vực bưu chính, viễn thông và công nghệ thông tin trên địa bàn, "
                + author
                + " tổng hợp báo cáo của các doanh nghiệp "
                + words(content.period())
                + " (từ ngày "
                + PlainText.day(content.period().firstDay())
                + " đến ngày "
                + PlainText.day(content.period().lastDay())
                + ") như sau:"));
    int n = 0;
    for (Section section : content.sections()) {
      List<Block> standing = standing(section.code(), content);
      List<String> added = PlainText.paragraphs(section.text());
      if (!standing.isEmpty() || !added.isEmpty()) {
        n++;
        body.add(Block.heading(n + ". " + line(content.label(section.code()))));
        body.addAll(standing);
        added.forEach(text -> body.add(Block.text(text)));
      }
    }
    body.add(
        Block.text(
            "Trên đây là báo cáo tổng hợp "
                + words(content.period())
                + ", "
                + author
                + " trân trọng báo cáo./."));
    return body;
  }

  /** What the figures themselves say in a section. */
  private static List<Block> standing(String section, DocumentContent content) {
    Totals totals = content.totals();
    return switch (section) {
      case "SITUATION" -> List.of(Block.text(coverage(content)));
      case "PREVENTION" ->
          List.of(
              Block.text(
                  "Các doanh nghiệp đã áp dụng %s biện pháp kỹ thuật, nghiệp vụ; thiệt hại đã ngăn chặn: %s đồng."
                      .formatted(number(totals.measures()), number(totals.preventedVnd()))));
      case "DETECTION" ->
          content.figures().isEmpty()
              ? List.of(Block.text("Các doanh nghiệp không phát hiện vụ việc nào trong kỳ."))
              : List.of(
                  Block.text(
                      "Các doanh nghiệp phát hiện %s vụ việc, báo cáo %s vụ việc; thiệt hại ước tính: %s đồng. Số liệu theo loại hành vi vi phạm:"
                          .formatted(
                              number(totals.detected()),
                              number(totals.reported()),
                              number(totals.damageVnd()))),
                  Block.grid("Bảng 1. Số liệu theo loại hành vi vi phạm", byType(content)),
                  Block.note(
                      "Vụ việc thuộc nhiều loại hành vi được tính ở từng loại và tính một lần ở dòng tổng cộng."));
      case "HANDLING" ->
          List.of(
              Block.text(
                  "Trong số vụ việc đã báo cáo, %s vụ việc đã có kết quả xử lý; %s vụ việc đã chuyển cơ quan chức năng."
                      .formatted(number(totals.handled()), number(totals.transferred()))));
      case "COORDINATION" ->
          List.of(
              Block.text("Kết quả phối hợp, cung cấp thông tin và trao đổi giữa các doanh nghiệp:"),
              Block.grid("Bảng 2. Phối hợp, cung cấp và trao đổi thông tin", cooperation(totals)));
      default -> List.of();
    };
  }

  private static String coverage(DocumentContent content) {
    int owing = content.included() + content.missing().size();
    long submitted = content.missing().stream().filter(Missing::submitted).count();
    String report =
        "Có %s/%s doanh nghiệp có báo cáo được chấp nhận."
            .formatted(number(content.included()), number(owing));
    return content.missing().isEmpty()
        ? report
        : report
            + " Còn %s doanh nghiệp chưa có báo cáo được chấp nhận, trong đó %s doanh nghiệp đã gửi báo cáo (danh sách tại Phụ lục)."
                .formatted(number(content.missing().size()), number(submitted));
  }

  private static Grid byType(DocumentContent content) {
    List<List<String>> rows = new ArrayList<>();
    for (Figure figure : content.figures()) {
      rows.add(
          List.of(
              Integer.toString(rows.size() + 1),
              line(content.label(figure.violationType())),
              number(figure.detected()),
              number(figure.reported()),
              number(figure.handled()),
              number(figure.transferred()),
              number(figure.damageVnd()),
              number(figure.preventedVnd())));
    }
    Totals totals = content.totals();
    rows.add(
        List.of(
            "",
            "Tổng cộng",
            number(totals.detected()),
            number(totals.reported()),
            number(totals.handled()),
            number(totals.transferred()),
            number(totals.damageVnd()),
            number(totals.preventedVnd())));
    return new Grid(
        List.of(
            new Column("STT", 11, CENTER),
            new Column("Loại hành vi vi phạm", 39, LEFT),
            new Column("Phát hiện", 13, RIGHT),
            new Column("Báo cáo", 13, RIGHT),
            new Column("Đã xử lý", 12, RIGHT),
            new Column("Chuyển cơ quan", 15, RIGHT),
            new Column("Thiệt hại (đồng)", 31, RIGHT),
            new Column("Đã ngăn chặn (đồng)", 31, RIGHT)),
        rows,
        true);
  }

  private static Grid cooperation(Totals totals) {
    return new Grid(
        List.of(
            new Column("STT", 15, CENTER),
            new Column("Nội dung", 115, LEFT),
            new Column("Số lượng", 35, RIGHT)),
        List.of(
            row(1, "Yêu cầu cung cấp thông tin đã nhận", totals.requestsReceived()),
            row(2, "Yêu cầu đã trả lời", totals.answered()),
            row(3, "Yêu cầu trả lời đúng hạn", totals.answeredOnTime()),
            row(4, "Yêu cầu chỉ trả lời được một phần", totals.partial()),
            row(5, "Yêu cầu không cung cấp được, có nêu lý do", totals.refused()),
            row(6, "Thông tin đã trao đổi cho doanh nghiệp khác", totals.exchangesSent()),
            row(7, "Thông tin đã nhận từ doanh nghiệp khác", totals.exchangesReceived())),
        false);
  }

  private static List<String> row(int n, String what, long count) {
    return List.of(Integer.toString(n), what, number(count));
  }

  private static String line(String text) {
    return PlainText.line(text);
  }

  private static String number(long value) {
    return PlainText.number(value);
  }
}
