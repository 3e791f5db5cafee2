package vn.phoihop.reporting.report;

/** The cross-checks of a report. */
enum Rule {
  CORRECTION_WITHOUT_REASON(
      Level.ERROR, "Số liệu hiệu chỉnh phải nêu lý do.", "A corrected number needs a reason."),
  NIL_WITH_FIGURES(
      Level.ERROR,
      "Đã khai không phát sinh nhưng vẫn có số liệu vụ việc.",
      "Nothing is declared, but there are figures of cases."),
  REPORTED_OVER_DETECTED(
      Level.ERROR,
      "Số vụ báo cáo lớn hơn số vụ phát hiện.",
      "More cases are reported than detected."),
  HANDLED_OVER_REPORTED(
      Level.ERROR,
      "Số vụ đã xử lý lớn hơn số vụ báo cáo.",
      "More cases are handled than reported."),
  TRANSFERRED_OVER_REPORTED(
      Level.ERROR,
      "Số vụ chuyển cơ quan chức năng lớn hơn số vụ báo cáo.",
      "More cases are transferred than reported."),
  TOTAL_UNLIKE_FIGURES(
      Level.ERROR,
      "Tổng số không khớp với số liệu theo loại vi phạm: không nhỏ hơn loại lớn nhất, không lớn hơn tổng các loại.",
      "The total does not fit the types: no less than the largest of them, no more than their sum."),
  ANSWERS_UNLIKE_REQUESTS(
      Level.ERROR,
      "Số yêu cầu đã trả lời lớn hơn số nhận được, hoặc trả lời đúng hạn, một phần, từ chối lớn hơn số đã trả lời.",
      "More requests are answered than received, or more in time, in part or refused than answered."),
  NOTHING_UNDECLARED(
      Level.WARNING,
      "Không có số liệu vụ việc: hãy khai báo cáo không phát sinh.",
      "There are no figures of cases: declare that there was nothing."),
  SECTION_MISSING(Level.WARNING, "Phần này chưa có nội dung.", "This section has no text."),
  FAR_FROM_PREVIOUS(
      Level.WARNING,
      "Số vụ phát hiện chênh lệch trên ba lần so với kỳ trước.",
      "The cases detected differ from the previous period's more than threefold."),
  PERIOD_NOT_OVER(
      Level.WARNING,
      "Kỳ báo cáo chưa kết thúc: số liệu phát sinh sau khi nộp sẽ hiện thành chênh lệch.",
      "The period is not over: what comes after the submission will show as variance.");

  enum Level {
    /** Cannot be submitted. */
    ERROR,
    /** Can be, if it is meant. */
    WARNING
  }

  private final Level level;
  private final String vi;
  private final String en;

  Rule(Level level, String vi, String en) {
    this.level = level;
    this.vi = vi;
    this.en = en;
  }

  Level level() {
    return level;
  }

  String vi() {
    return vi;
  }

  String en() {
    return en;
  }
}
