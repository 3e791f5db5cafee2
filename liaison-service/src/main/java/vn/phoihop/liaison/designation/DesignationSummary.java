package vn.phoihop.liaison.designation;

import io.quarkus.hibernate.orm.panache.common.ProjectedFieldName;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A row of a list. */
@Schema(examples = DesignationSummary.EXAMPLE)
record DesignationSummary(
    UUID id,
    UUID enterpriseId,
    DesignationState state,
    @ProjectedFieldName("person.fullName") String fullName,
    LiaisonRole role,
    LocalDate validFrom,
    LocalDate validTo,
    Instant createdAt,
    long sequence) {

  static final String EXAMPLE =
      """
      {
        "id": "019a1f6e-7c00-7000-8000-000000000002",
        "enterpriseId": "019a1f6e-7c00-7000-8000-000000000001",
        "state": "UNDER_REVIEW",
        "fullName": "Trần Văn Mối",
        "role": "PRIMARY",
        "validFrom": "2026-03-01",
        "validTo": "2028-02-29",
        "createdAt": "2026-03-03T01:40:00Z",
        "sequence": 3
      }""";
}
