package vn.phoihop.liaison.designation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.phoihop.liaison.contact.ContactFailure;

record DesignationView(
    UUID id,
    UUID enterpriseId,
    DesignationState state,
    LiaisonPerson person,
    LiaisonRole role,
    List<String> scope,
    @Nullable List<String> sectors,
    SignedDocument document,
    @Nullable @Schema(description = "SHA-256 of the signed document as it was received")
        String sha256,
    @Nullable Long sizeBytes,
    LocalDate validFrom,
    LocalDate validTo,
    @Nullable @Schema(description = "the designation that this one took the place of")
        UUID supersedesId,
    @Nullable List<String> reasons,
    @Nullable String note,
    Instant createdAt,
    @Schema(description = "counts the changes; the ETag") long sequence,
    @Nullable @Schema(description = "every move, oldest first; in the answer of GET")
        List<DesignationMove> history,
    @Nullable
        @Schema(
            description =
                "since when mail to the person does not arrive, in the answer of GET; absent: it does")
        ContactFailure unreachable) {

  static DesignationView of(Designation designation) {
    return of(designation, null, null);
  }

  static DesignationView of(
      Designation designation,
      @Nullable List<DesignationMove> history,
      @Nullable ContactFailure unreachable) {
    return new DesignationView(
        designation.id(),
        designation.enterpriseId(),
        designation.state(),
        designation.person(),
        designation.role(),
        designation.scope(),
        designation.sectors(),
        designation.document(),
        designation.documentSha256(),
        designation.documentSize(),
        designation.validFrom(),
        designation.validTo(),
        designation.supersedesId(),
        designation.reasons(),
        designation.note(),
        designation.createdAt(),
        designation.sequence(),
        history,
        unreachable);
  }

  static final String EXAMPLE =
      """
      {
        "id": "019a1f6e-7c00-7000-8000-000000000002",
        "enterpriseId": "019a1f6e-7c00-7000-8000-000000000001",
        "state": "UNDER_REVIEW",
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
        "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        "sizeBytes": 183211,
        "validFrom": "2026-03-01",
        "validTo": "2028-02-29",
        "createdAt": "2026-03-03T01:40:00Z",
        "sequence": 3,
        "history": [
          {
            "verb": "draft",
            "state": "DRAFT",
            "at": "2026-03-03T01:40:00Z",
            "by": "019a1f6e-7c00-7000-8000-000000000001"
          },
          {
            "verb": "submit",
            "state": "UNDER_REVIEW",
            "at": "2026-03-03T02:00:00Z",
            "by": "019a1f6e-7c00-7000-8000-000000000001"
          }
        ]
      }""";
}
