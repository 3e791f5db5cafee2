package vn.phoihop.liaison.provisioning;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import vn.phoihop.platform.time.BusinessClock;

/** The letter with an enrolment code to an enterprise's leader, and to nobody else. */
public record EnrolmentMail(String email, String enterprise, String code, Instant expiresAt) {

  static final String SUBJECT =
      "Mã đăng ký hệ thống Phối Hợp / Enrolment code for the system Phối Hợp";

  String text() {
    return """
        Kính gửi Lãnh đạo %1$s,

        Doanh nghiệp đã được kích hoạt trên hệ thống Phối Hợp. Mã đăng ký, dùng một lần, có hiệu lực đến %3$s (giờ Hà Nội):

            %2$s

        Đề nghị chuyển mã này cho bộ phận kỹ thuật để kết nối hệ thống của doanh nghiệp. Không chuyển tiếp cho bên ngoài.

        ---

        To the leadership of %1$s

        The enterprise has been activated in the system Phối Hợp. The enrolment code above is good once, until %3$s (Hanoi
        time). Please hand it to your engineers, who connect the enterprise's systems with it, and to nobody outside.
        """
        .formatted(
            enterprise,
            code,
            DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm")
                .format(expiresAt.atZone(BusinessClock.ZONE)));
  }
}
