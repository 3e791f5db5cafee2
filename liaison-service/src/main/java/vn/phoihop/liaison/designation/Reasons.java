package vn.phoihop.liaison.designation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.UniqueElements;
import org.jspecify.annotations.Nullable;

/** Why a designation is returned, rejected or revoked. */
record Reasons(
    @NotEmpty
        @Size(max = 10)
        @UniqueElements
        @Schema(description = "codes of RETURN_REASONS (return, reject) or REVOKE_REASONS (revoke)")
        List<@NotBlank @Size(max = 64) String> reasons,
    @Nullable
        @Size(min = 1, max = 2000)
        @Schema(description = "for the enterprise; it never leaves in an event")
        String note) {

  static final String RETURN_EXAMPLE =
      """
      {"reasons": ["DOCUMENT_MISMATCH"], "note": "Chức vụ trong văn bản khác thông tin khai báo."}""";
  static final String REVOKE_EXAMPLE =
      """
      {"reasons": ["PERSON_LEFT"]}""";
}
