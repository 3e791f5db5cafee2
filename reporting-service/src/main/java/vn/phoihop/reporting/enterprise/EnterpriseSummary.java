package vn.phoihop.reporting.enterprise;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(requiredProperties = {"id", "taxCode", "name", "sectors", "state"})
record EnterpriseSummary(
    UUID id,
    String taxCode,
    String name,
    @Schema(description = "codes of the list SECTORS") List<String> sectors,
    @Schema(description = "as liaison-service last told it", examples = "ACTIVE") String state) {

  static final String PAGE_EXAMPLE =
      """
      {
        "items": [
          {
            "id": "019a1f6e-7c00-7000-8000-000000000001",
            "taxCode": "9900123459",
            "name": "Công ty Cổ phần Viễn thông Thăng Long",
            "sectors": ["TELECOM_MOBILE", "ISP"],
            "state": "ACTIVE"
          }
        ]
      }""";
}
