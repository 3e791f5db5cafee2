package vn.phoihop.liaison.enterprise;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.UniqueElements;

record RegisterEnterprise(
    @NotNull
        @Size(max = 14)
        @ValidTaxCode
        @Schema(
            description = "tax code: ten digits, or 10-3 for a branch; the tenth is a check digit",
            pattern = "^[0-9]{10}(-[0-9]{3})?$")
        String taxCode,
    @NotBlank @Size(max = 300) @Schema(description = "registered name") String name,
    @NotEmpty
        @Size(max = 20)
        @UniqueElements
        @Schema(description = "codes of the reference list SECTORS")
        List<@NotBlank @Size(max = 64) String> sectors,
    @NotBlank @Size(max = 500) String address,
    @NotNull @Valid Leader leader) {

  static final String EXAMPLE =
      """
      {
        "taxCode": "9900123459",
        "name": "Công ty Cổ phần Viễn thông Thăng Long",
        "sectors": ["TELECOM_MOBILE", "ISP"],
        "address": "1 Tràng Tiền, Hoàn Kiếm, Hà Nội",
        "leader": {
          "fullName": "Nguyễn Thị Lãnh",
          "title": "Tổng Giám đốc",
          "email": "lanh.dao@thanglong.example.vn",
          "phone": "024 3825 0000"
        }
      }""";
}
