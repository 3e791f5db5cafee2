package vn.phoihop.reporting.enterprise;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(requiredProperties = {"id", "taxCode", "name", "sectors", "state"})
record EnterpriseSummary(
    UUID id,
    @Schema(examples = "9900123459") String taxCode,
    @Schema(examples = "Công ty Cổ phần Viễn thông Thăng Long") String name,
    @Schema(description = "codes of the list SECTORS", examples = "[\"TELECOM_MOBILE\", \"ISP\"]")
        List<String> sectors,
    @Schema(description = "as liaison-service last told it", examples = "ACTIVE") String state) {}
