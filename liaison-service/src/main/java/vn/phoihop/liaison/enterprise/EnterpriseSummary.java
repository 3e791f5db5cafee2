package vn.phoihop.liaison.enterprise;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A row of the list, without any person's data. */
@Schema(examples = EnterpriseSummary.EXAMPLE)
record EnterpriseSummary(
    UUID id,
    EnterpriseState state,
    String taxCode,
    String name,
    List<String> sectors,
    Instant createdAt) {

  static final String EXAMPLE =
      """
      {
        "id": "019a1f6e-7c00-7000-8000-000000000001",
        "state": "ACTIVE",
        "taxCode": "9900123459",
        "name": "Công ty Cổ phần Viễn thông Thăng Long",
        "sectors": [
          "TELECOM_MOBILE",
          "ISP"
        ],
        "createdAt": "2026-03-02T02:00:00Z"
      }""";
}
