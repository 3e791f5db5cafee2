package vn.phoihop.notification.email;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.phoihop.notification.preference.NoticeClass;

/** What a notice is about, in words that give nothing away. */
public enum NoticeKind {
  DESIGNATION_APPROVED(
      NoticeClass.ACCESS,
      "designation.approved",
      Topic.DESIGNATIONS,
      "Việc cử người phụ trách đã được Sở chấp thuận",
      "The designation of a liaison has been approved"),
  INCIDENT_REFERRED(
      NoticeClass.INCIDENT,
      "incident.referred",
      Topic.INCIDENTS,
      "Tin báo của doanh nghiệp đã được chuyển cơ quan chức năng",
      "Your enterprise's report has been referred to the competent agencies"),
  INCIDENT_RETURNED(
      NoticeClass.INCIDENT,
      "incident.returned",
      Topic.INCIDENTS,
      "Tin báo của doanh nghiệp được trả lại để bổ sung",
      "Your enterprise's report has been returned for completion"),
  REQUEST_ISSUED(
      NoticeClass.REQUEST,
      "request.issued",
      Topic.REQUESTS,
      "Doanh nghiệp nhận được một yêu cầu cung cấp thông tin",
      "Your enterprise has received a request for information"),
  REQUEST_DUE_SOON(
      NoticeClass.REMINDER,
      "request.reminder_due",
      "PRE_DUE",
      Topic.REQUESTS,
      "Yêu cầu cung cấp thông tin sắp đến hạn trả lời",
      "The answer to a request for information is due soon"),
  REQUEST_DUE(
      NoticeClass.REMINDER,
      "request.reminder_due",
      "DUE",
      Topic.REQUESTS,
      "Yêu cầu cung cấp thông tin đã đến hạn trả lời",
      "The answer to a request for information is due"),
  REQUEST_OVERDUE(
      NoticeClass.OVERDUE,
      "request.reminder_due",
      "OVERDUE",
      Topic.REQUESTS,
      "Yêu cầu cung cấp thông tin đã quá hạn trả lời",
      "The answer to a request for information is overdue"),
  OBLIGATION_DUE_SOON(
      NoticeClass.REMINDER,
      "obligation.due_soon",
      Topic.OBLIGATIONS,
      "Báo cáo của doanh nghiệp sắp đến hạn nộp",
      "A report of your enterprise is due soon"),
  OBLIGATION_OVERDUE(
      NoticeClass.OVERDUE,
      "obligation.overdue",
      Topic.OBLIGATIONS,
      "Báo cáo của doanh nghiệp đã quá hạn nộp",
      "A report of your enterprise is overdue"),
  REQUEST_ESCALATED(
      NoticeClass.ESCALATION,
      null,
      Topic.REQUESTS,
      "Một yêu cầu cung cấp thông tin gửi doanh nghiệp chưa được xác nhận",
      "A request for information to an enterprise has not been acknowledged"),
  CONTACT_UNREACHABLE(
      NoticeClass.ACCESS,
      null,
      Topic.CONTACTS,
      "Thư gửi đầu mối của một doanh nghiệp không đến nơi",
      "Mail to a contact of an enterprise does not arrive"),
  WEBHOOK_FAILING(
      NoticeClass.CONNECTION,
      null,
      Topic.SUBSCRIPTIONS,
      "Một kênh nhận tin tự động (webhook) nhiều lần liền không nhận được tin",
      "A webhook receiver has failed several times in a row"),
  WEBHOOK_GONE(
      NoticeClass.CONNECTION,
      null,
      Topic.SUBSCRIPTIONS,
      "Một kênh nhận tin tự động (webhook) đã ngừng vì nơi nhận báo không còn tồn tại",
      "A webhook has been stopped because its receiver says that it is gone"),
  WEBHOOK_DISABLED_BY_RECEIVER(
      NoticeClass.CONNECTION,
      null,
      Topic.SUBSCRIPTIONS,
      "Một kênh nhận tin tự động (webhook) đã ngừng theo yêu cầu của nơi nhận",
      "A webhook has been stopped because its receiver has asked for it"),
  WEBHOOK_GIVEN_UP(
      NoticeClass.CONNECTION,
      null,
      Topic.SUBSCRIPTIONS,
      "Một kênh nhận tin tự động (webhook) đã ngừng vì nơi nhận hỏng nhiều ngày liền",
      "A webhook has been stopped because its receiver has failed for days on end"),
  EVENT_UNDELIVERED(
      NoticeClass.CONNECTION,
      null,
      Topic.INCIDENTS,
      "Một tin cần xem ngay chưa gửi tự động được, xin đăng nhập để xem",
      "Something that you should see at once could not be sent to your system"),
  DIGEST(
      NoticeClass.REMINDER,
      null,
      Topic.DIGEST,
      "Bản tin trong ngày: những việc không khẩn của doanh nghiệp",
      "The day's digest: what is not urgent for your enterprise");

  private final NoticeClass noticeClass;
  private final @Nullable String eventType;
  private final @Nullable String level;
  private final Topic topic;
  private final String vi;
  private final String en;

  NoticeKind(
      NoticeClass noticeClass, @Nullable String eventType, Topic topic, String vi, String en) {
    this(noticeClass, eventType, null, topic, vi, en);
  }

  NoticeKind(
      NoticeClass noticeClass,
      @Nullable String eventType,
      @Nullable String level,
      Topic topic,
      String vi,
      String en) {
    this.noticeClass = noticeClass;
    this.eventType = eventType;
    this.level = level;
    this.topic = topic;
    this.vi = vi;
    this.en = en;
  }

  /** Whether some notice speaks of events of the type. */
  static boolean speaksOf(String eventType) {
    return Arrays.stream(values()).anyMatch(kind -> eventType.equals(kind.eventType));
  }

  /** The notice for an event; where its levels have notices of their own, that of its level. */
  static Optional<NoticeKind> of(String eventType, @Nullable String level) {
    return Arrays.stream(values())
        .filter(kind -> eventType.equals(kind.eventType))
        .filter(kind -> kind.level == null || kind.level.equals(level))
        .findFirst();
  }

  NoticeClass noticeClass() {
    return noticeClass;
  }

  Topic topic() {
    return topic;
  }

  /** Urgent whatever the event: who may act, what nobody has taken up, what did not arrive. */
  boolean isUrgent() {
    return noticeClass == NoticeClass.ACCESS
        || noticeClass == NoticeClass.ESCALATION
        || noticeClass == NoticeClass.CONNECTION;
  }

  String vi() {
    return vi;
  }

  String en() {
    return en;
  }
}
