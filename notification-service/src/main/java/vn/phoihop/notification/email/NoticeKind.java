package vn.phoihop.notification.email;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an e-mail is about, in words that give nothing away. */
enum NoticeKind {
  DESIGNATION_APPROVED(
      "designation.approved",
      "designations",
      "Việc cử người phụ trách đã được Sở chấp thuận",
      "The designation of a liaison has been approved"),
  INCIDENT_REFERRED(
      "incident.referred",
      "incidents",
      "Tin báo của doanh nghiệp đã được chuyển cơ quan chức năng",
      "Your enterprise's report has been referred to the competent agencies"),
  INCIDENT_RETURNED(
      "incident.returned",
      "incidents",
      "Tin báo của doanh nghiệp được trả lại để bổ sung",
      "Your enterprise's report has been returned for completion"),
  REQUEST_ISSUED(
      "request.issued",
      "information-requests",
      "Doanh nghiệp nhận được một yêu cầu cung cấp thông tin",
      "Your enterprise has received a request for information"),
  REQUEST_DUE_SOON(
      "request.reminder_due",
      "PRE_DUE",
      "information-requests",
      "Yêu cầu cung cấp thông tin sắp đến hạn trả lời",
      "The answer to a request for information is due soon"),
  REQUEST_DUE(
      "request.reminder_due",
      "DUE",
      "information-requests",
      "Yêu cầu cung cấp thông tin đã đến hạn trả lời",
      "The answer to a request for information is due"),
  REQUEST_OVERDUE(
      "request.reminder_due",
      "OVERDUE",
      "information-requests",
      "Yêu cầu cung cấp thông tin đã quá hạn trả lời",
      "The answer to a request for information is overdue"),
  OBLIGATION_DUE_SOON(
      "obligation.due_soon",
      "obligations",
      "Báo cáo của doanh nghiệp sắp đến hạn nộp",
      "A report of your enterprise is due soon"),
  OBLIGATION_OVERDUE(
      "obligation.overdue",
      "obligations",
      "Báo cáo của doanh nghiệp đã quá hạn nộp",
      "A report of your enterprise is overdue");

  private final String eventType;
  private final @Nullable String level;
  private final String path;
  private final String vi;
  private final String en;

  NoticeKind(String eventType, String path, String vi, String en) {
    this(eventType, null, path, vi, en);
  }

  NoticeKind(String eventType, @Nullable String level, String path, String vi, String en) {
    this.eventType = eventType;
    this.level = level;
    this.path = path;
    this.vi = vi;
    this.en = en;
  }

  /** Whether some e-mail speaks of events of the type. */
  static boolean speaksOf(String eventType) {
    return Arrays.stream(values()).anyMatch(kind -> kind.eventType.equals(eventType));
  }

  /** The e-mail for an event; where its levels have e-mails of their own, that of its level. */
  static Optional<NoticeKind> of(String eventType, @Nullable String level) {
    return Arrays.stream(values())
        .filter(kind -> kind.eventType.equals(eventType))
        .filter(kind -> kind.level == null || kind.level.equals(level))
        .findFirst();
  }

  /** Where the frontend shows the object. */
  String path() {
    return path;
  }

  String vi() {
    return vi;
  }

  String en() {
    return en;
  }
}
