package vn.phoihop.liaison.designation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.UniqueElements;
import org.jspecify.annotations.Nullable;

record DesignateLiaison(
    @NotNull @Valid LiaisonPerson person,
    @NotNull @Schema(description = "PRIMARY: the one in charge; DEPUTY: stands in")
        LiaisonRole role,
    @NotEmpty @Size(max = 5) @UniqueElements List<@NotNull LiaisonScope> scope,
    @Nullable
        @Size(min = 1, max = 20)
        @UniqueElements
        @Schema(description = "codes of SECTORS the person is limited to; absent: all of them")
        List<@NotBlank @Size(max = 64) String> sectors,
    @NotNull @Valid SignedDocument document,
    @NotNull @Schema(description = "first day; may lie in the past") LocalDate validFrom,
    @NotNull @Schema(description = "last day; not before today") LocalDate validTo) {

  static final String EXAMPLE =
      """
      {
        "person": {
          "fullName": "Trần Văn Mối",
          "position": "Trưởng phòng Pháp chế",
          "email": "dau.moi@thanglong.example.vn",
          "phone": "0912 345 678"
        },
        "role": "PRIMARY",
        "scope": ["INCIDENT", "INFORMATION_REQUEST", "MEASURE", "EXCHANGE", "REPORT"],
        "sectors": ["TELECOM_MOBILE"],
        "document": {
          "number": "12/QĐ-TL",
          "date": "2026-02-25",
          "signerName": "Nguyễn Thị Lãnh",
          "signerTitle": "Tổng Giám đốc"
        },
        "validFrom": "2026-03-01",
        "validTo": "2028-02-29"
      }""";
}
