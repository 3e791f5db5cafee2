package vn.phoihop.notification.email;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import vn.phoihop.notification.contact.ContactRole;
import vn.phoihop.notification.preference.Language;
import vn.phoihop.notification.sms.SmsText;
import vn.phoihop.platform.identity.Caller;

/** The words of a notice: that something has happened, where to look, and why you are told. */
@ApplicationScoped
class LetterText {

  private final Template vietnamese;
  private final Template english;
  private final String webUrl;

  LetterText(
      @Location("notice_vi.txt") Template vietnamese,
      @Location("notice_en.txt") Template english,
      @ConfigProperty(name = "phoihop.web.url") String webUrl) {
    this.vietnamese = vietnamese;
    this.english = english;
    this.webUrl = webUrl;
  }

  String subject(Letter letter) {
    NoticeKind kind = letter.notice().kind();
    return "[Phối Hợp] "
        + switch (letter.language()) {
          case VI -> kind.vi();
          case EN -> kind.en();
          case BOTH -> kind.vi() + " / " + kind.en();
        };
  }

  String text(Letter letter) {
    return switch (letter.language()) {
      case VI -> inVietnamese(letter);
      case EN -> inEnglish(letter);
      case BOTH -> inVietnamese(letter) + "\n--\n\n" + inEnglish(letter);
    };
  }

  /** One short message; the address of the frontend is left out where it does not fit. */
  String shortText(Letter letter) {
    Notice notice = letter.notice();
    boolean inEnglish = letter.language() == Language.EN;
    String what =
        "Phoi Hop: "
            + SmsText.plain(inEnglish ? notice.kind().en() : notice.kind().vi())
            + " ("
            + notice.reference()
            + ").";
    String withLink = what + (inEnglish ? " Sign in: " : " Dang nhap: ") + webUrl;
    return SmsText.fits(withLink) ? withLink : what;
  }

  private String inVietnamese(Letter letter) {
    NoticeKind kind = letter.notice().kind();
    return vietnamese
        .data("greeting", "Kính gửi " + greetingVi(letter))
        .data("what", kind.vi())
        .data("reference", letter.notice().reference())
        .data("authority", authority(letter.notice()))
        .data("link", link(letter.notice()))
        .data("lines", lines(letter, true))
        .data("why", whyVi(letter))
        .render();
  }

  private String inEnglish(Letter letter) {
    NoticeKind kind = letter.notice().kind();
    return english
        .data("greeting", "To " + greetingEn(letter))
        .data("what", kind.en())
        .data("reference", letter.notice().reference())
        .data("authority", authority(letter.notice()))
        .data("link", link(letter.notice()))
        .data("lines", lines(letter, false))
        .data("why", whyEn(letter))
        .render();
  }

  private List<Map<String, String>> lines(Letter letter, boolean inVietnamese) {
    return letter.lines().stream()
        .map(
            line ->
                Map.of(
                    "what", inVietnamese ? line.kind().vi() : line.kind().en(),
                    "reference", line.reference(),
                    "link", link(line.kind(), line.objectId())))
        .toList();
  }

  private String link(Notice notice) {
    return isOfAnothersSubscription(notice)
        ? webUrl + "/notices/" + notice.id()
        : link(notice.kind(), notice.objectId());
  }

  /** Whose subscription it is, for who cannot look at it; of all else no authority is named. */
  private static @Nullable String authority(Notice notice) {
    return isOfAnothersSubscription(notice) ? notice.authority() : null;
  }

  /** The Department hears of those that are not its own, and may not read them. */
  private static boolean isOfAnothersSubscription(Notice notice) {
    return notice.kind().topic() == Topic.SUBSCRIPTIONS
        && notice.addressee() == Addressee.DEPARTMENT
        && !Caller.DEPARTMENT_PARTY.equals(notice.authority());
  }

  private String link(NoticeKind kind, UUID objectId) {
    return webUrl + "/" + kind.topic().path() + "/" + objectId;
  }

  private static String greetingVi(Letter letter) {
    return letter.role() == null
        ? "bộ phận trực của " + (isOfTheDepartment(letter) ? "Sở" : "cơ quan")
        : letter.role() == ContactRole.LEADER
            ? "lãnh đạo doanh nghiệp"
            : "người phụ trách của doanh nghiệp";
  }

  private static String greetingEn(Letter letter) {
    return letter.role() == null
        ? "the duty desk of the " + (isOfTheDepartment(letter) ? "Department" : "authority")
        : letter.role() == ContactRole.LEADER
            ? "the leadership of the enterprise"
            : "the liaison officer of the enterprise";
  }

  private static boolean isOfTheDepartment(Letter letter) {
    return letter.notice().addressee() != Addressee.DESK;
  }

  private static String whyVi(Letter letter) {
    String topic = letter.notice().kind().topic().vi();
    String enterprise = letter.enterprise() == null ? "doanh nghiệp" : letter.enterprise();
    if (letter.role() == null) {
      return "đây là địa chỉ trực của "
          + (isOfTheDepartment(letter) ? "Sở" : "cơ quan")
          + ", nơi nhận cảnh báo về "
          + topic;
    }
    return switch (letter.role()) {
      case PRIMARY -> "Quý vị là người phụ trách chính của " + enterprise + " về " + topic;
      case DEPUTY -> "Quý vị là người phụ trách dự phòng của " + enterprise + " về " + topic;
      case LEADER ->
          enterprise + " đã đăng ký Quý vị là lãnh đạo phải được báo cáo kịp thời về " + topic;
    };
  }

  private static String whyEn(Letter letter) {
    String topic = letter.notice().kind().topic().en();
    String enterprise = letter.enterprise() == null ? "your enterprise" : letter.enterprise();
    if (letter.role() == null) {
      return "this is the duty address of the "
          + (isOfTheDepartment(letter) ? "Department" : "authority")
          + " for alerts about "
          + topic;
    }
    return switch (letter.role()) {
      case PRIMARY -> "you are the primary liaison of " + enterprise + " for " + topic;
      case DEPUTY -> "you are a deputy liaison of " + enterprise + " for " + topic;
      case LEADER ->
          enterprise + " has named you as the leader who must be told promptly of " + topic;
    };
  }
}
