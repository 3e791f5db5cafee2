package vn.phoihop.liaison.enterprise;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.phoihop.liaison.contact.ContactFailure;

record EnterpriseView(
    UUID id,
    EnterpriseState state,
    String taxCode,
    String name,
    List<String> sectors,
    String address,
    Leader leader,
    Instant createdAt,
    @Nullable Instant activatedAt,
    @Nullable @Schema(description = "when its systems last drew their credentials")
        Instant enrolledAt,
    @Schema(description = "counts the changes; the ETag") long sequence,
    @Nullable @Schema(description = "shown once, in the answer of activate")
        EnrolmentCodeView enrolment,
    @Nullable
        @Schema(
            description =
                "since when mail to the leader does not arrive, in the answer of GET; absent: it does")
        ContactFailure leaderUnreachable) {

  static final String EXAMPLE =
      """
      {
        "id": "019a1f6e-7c00-7000-8000-000000000001",
        "state": "VERIFIED",
        "taxCode": "9900123459",
        "name": "Công ty Cổ phần Viễn thông Thăng Long",
        "sectors": ["TELECOM_MOBILE", "ISP"],
        "address": "1 Tràng Tiền, Hoàn Kiếm, Hà Nội",
        "leader": {
          "fullName": "Nguyễn Thị Lãnh",
          "title": "Tổng Giám đốc",
          "email": "lanh.dao@thanglong.example.vn",
          "phone": "024 3825 0000"
        },
        "createdAt": "2026-03-02T02:00:00Z",
        "sequence": 1
      }""";
  static final String ACTIVE_EXAMPLE =
      """
      {
        "id": "019a1f6e-7c00-7000-8000-000000000001",
        "state": "ACTIVE",
        "taxCode": "9900123459",
        "name": "Công ty Cổ phần Viễn thông Thăng Long",
        "sectors": ["TELECOM_MOBILE", "ISP"],
        "address": "1 Tràng Tiền, Hoàn Kiếm, Hà Nội",
        "leader": {
          "fullName": "Nguyễn Thị Lãnh",
          "title": "Tổng Giám đốc",
          "email": "lanh.dao@thanglong.example.vn",
          "phone": "024 3825 0000"
        },
        "createdAt": "2026-03-02T02:00:00Z",
        "activatedAt": "2026-03-02T02:05:00Z",
        "sequence": 2,
        "enrolment": {
          "code": "MZXW-6YTB-OI4D-Q3TF-NBUX-G2LP-ORZW-45DF",
          "expiresAt": "2026-03-09T02:05:00Z"
        }
      }""";

  static EnterpriseView of(Enterprise enterprise) {
    return of(enterprise, null);
  }

  static EnterpriseView of(Enterprise enterprise, @Nullable EnrolmentCodeView enrolment) {
    return new EnterpriseView(
        enterprise.id(),
        enterprise.state(),
        enterprise.taxCode(),
        enterprise.name(),
        enterprise.sectors(),
        enterprise.address(),
        enterprise.leader(),
        enterprise.createdAt(),
        enterprise.activatedAt(),
        enterprise.enrolledAt(),
        enterprise.sequence(),
        enrolment,
        null);
  }

  EnterpriseView withLeaderUnreachable(@Nullable ContactFailure failure) {
    return new EnterpriseView(
        id,
        state,
        taxCode,
        name,
        sectors,
        address,
        leader,
        createdAt,
        activatedAt,
        enrolledAt,
        sequence,
        enrolment,
        failure);
  }
}
