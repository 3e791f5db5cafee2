package vn.phoihop.notification.email;

import java.util.Arrays;
import java.util.Optional;

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
      "Your enterprise's report has been returned for completion");

  private final String eventType;
  private final String path;
  private final String vi;
  private final String en;

  NoticeKind(String eventType, String path, String vi, String en) {
    this.eventType = eventType;
    this.path = path;
    this.vi = vi;
    this.en = en;
  }

  static Optional<NoticeKind> of(String eventType) {
    return Arrays.stream(values()).filter(kind -> kind.eventType.equals(eventType)).findFirst();
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
