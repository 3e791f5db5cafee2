package vn.phoihop.incident.request;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.phoihop.incident.report.Tlp;

/** What is asked, of whom, why, and with what right. */
record AskInformation(
    @NotNull @Schema(description = "who is asked: an active enterprise") UUID enterpriseId,
    @NotNull
        @Size(min = 1, max = 64)
        @Schema(
            description =
                "a code of REQUEST_PURPOSES; INSPECTION and ADHOC_REPORT are the Department's",
            examples = "SUBJECT_VERIFICATION")
        String purpose,
    @NotBlank
        @Size(max = 1000)
        @Schema(
            description = "in words",
            examples = "Điều 88 Bộ luật Tố tụng hình sự số 101/2015/QH13")
        String legalBasis,
    @Size(max = 64) @Pattern(regexp = "[A-Z][A-Z0-9_]*") @Nullable String legalBasisCode,
    @Valid
        @Schema(description = "the signed document; in an emergency it may follow with `…/support`")
        @Nullable PaperDocument document,
    @NotNull Priority priority,
    @NotNull
        @Size(min = 1, max = 100)
        @Schema(description = "one by one; each is answered by its number")
        List<@NotNull @Valid AskedItem> items,
    @Size(min = 1, max = 1000)
        @Schema(
            description = "whom or what it is about; without one, a long period is called broad")
        @Nullable String subject,
    @Size(min = 1, max = 200) @Schema(description = "the asker's own reference")
        @Nullable String caseRef,
    @Size(min = 1, max = 2000) @Schema(description = "why it cannot wait; required in an emergency")
        @Nullable String emergencyGround,
    @Schema(description = "an incident that the asker reads") @Nullable UUID incidentId,
    @Schema(description = "how far it may be passed on; AMBER unless said") @Nullable Tlp tlp) {

  Tlp marking() {
    return tlp == null ? Tlp.AMBER : tlp;
  }
}
