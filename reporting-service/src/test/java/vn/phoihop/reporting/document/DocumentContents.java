package vn.phoihop.reporting.document;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import vn.phoihop.reporting.document.DocumentContent.Missing;
import vn.phoihop.reporting.document.DocumentContent.Names;
import vn.phoihop.reporting.document.DocumentContent.Section;
import vn.phoihop.reporting.document.DocumentContent.Signing;
import vn.phoihop.reporting.document.DocumentContent.Source;
import vn.phoihop.reporting.figure.Figure;
import vn.phoihop.reporting.figure.Period;
import vn.phoihop.reporting.figure.Totals;

/** Documents to be set, with every Vietnamese letter in their words. */
final class DocumentContents {

  /** All 134 letters with diacritics, and those that come between them. */
  static final String ALPHABET =
      "aàảãáạ ăằẳẵắặ âầẩẫấậ bcdđ eèẻẽéẹ êềểễếệ gh iìỉĩíị klmn oòỏõóọ ôồổỗốộ ơờởỡớợ pqrst uùủũúụ ưừửữứự vx"
          + " yỳỷỹýỵ AÀẢÃÁẠ ĂẰẲẴẮẶ ÂẦẨẪẤẬ BCDĐ EÈẺẼÉẸ ÊỀỂỄẾỆ GH IÌỈĨÍỊ KLMN OÒỎÕÓỌ ÔỒỔỖỐỘ ƠỜỞỠỚỢ PQRST"
          + " UÙỦŨÚỤ ƯỪỬỮỨỰ VX YỲỶỸÝỴ";

  static final String HOSTILE =
      "<script>alert(1)</script> & <img src=\"file:///etc/passwd\"/> ]]> {letter.number} {#include x /}"
          + " &xxe; \u0000\u001b\u202eđảo";

  static final Totals TOTALS =
      new Totals(
          1240,
          1205,
          803,
          1105,
          1_237_517_890_123L,
          988_904_321_000L,
          87,
          85,
          80,
          4,
          2,
          56,
          12,
          31);

  static final List<Figure> FIGURES =
      List.of(
          new Figure("POST_CONTRABAND", 12, 11, 7, 9, 2_500_000_000L, 1_250_000_000L),
          new Figure(
              "TEL_BYPASS_SIMBOX", 1234, 1200, 800, 1100, 1_234_567_890_123L, 987_654_321_000L));

  private static final Map<String, String> LABELS =
      Map.of(
          "SITUATION", "Tình hình",
          "PREVENTION", "Phòng ngừa",
          "DETECTION", "Phát hiện",
          "HANDLING", "Xử lý",
          "COORDINATION", "Phối hợp với cơ quan chức năng",
          "DIFFICULTIES", "Khó khăn, vướng mắc",
          "PROPOSALS", "Đề xuất, kiến nghị",
          "POST_CONTRABAND", "Gửi, vận chuyển hàng lậu",
          "TEL_BYPASS_SIMBOX", "Chuyển lưu lượng quốc tế trái phép, SIM box");

  private DocumentContents() {}

  static DocumentContent frozen(int missing) {
    return of("", missing, null);
  }

  static DocumentContent signed(int missing) {
    return of(
        "",
        missing,
        new Signing("356/BC-SKHCN", LocalDate.of(2026, 2, 5), "Nguyễn Thị Hường", "Giám đốc"));
  }

  /** With these words under the section of proposals, and as the name of who is missing. */
  static DocumentContent saying(String words) {
    return of(words, 1, new Signing(words, LocalDate.of(2026, 7, 16), words, words));
  }

  static List<Source> sources(int n) {
    return IntStream.range(0, n)
        .mapToObj(
            i ->
                new Source(
                    new UUID(1, i),
                    "Công ty Cổ phần Bưu chính số " + i,
                    new UUID(2, i),
                    2,
                    FIGURES,
                    TOTALS))
        .toList();
  }

  private static DocumentContent of(String words, int missing, Signing signing) {
    List<Section> sections = new ArrayList<>();
    for (String code :
        List.of(
            "SITUATION", "PREVENTION", "DETECTION", "HANDLING", "COORDINATION", "DIFFICULTIES")) {
      sections.add(new Section(code, code.equals("SITUATION") ? ALPHABET + "\nDòng thứ hai." : ""));
    }
    sections.add(new Section("PROPOSALS", words));
    return new DocumentContent(
        new Period(2026, 1),
        3,
        Instant.parse("2026-07-16T02:00:00Z"),
        "Hà Nội",
        new Names(
            "Sở Khoa học và Công nghệ Hà Nội",
            "Ủy ban nhân dân Thành phố Hà Nội",
            List.of("Bộ Khoa học và Công nghệ", "Ủy ban nhân dân Thành phố Hà Nội")),
        LABELS,
        FIGURES,
        TOTALS,
        sections,
        41,
        IntStream.range(0, missing)
            .mapToObj(
                i ->
                    new Missing(
                        words.isEmpty()
                            ? "Công ty Cổ phần Chuyển phát Hoàn Kiếm số " + (i + 1)
                            : words,
                        i % 2 == 1))
            .toList(),
        "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        signing);
  }
}
