package vn.phoihop.liaison.designation;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What identifies the signed paper (letter, O1: "văn bản cử người phụ trách"). */
@Embeddable
@Schema(description = "what identifies the signed paper; it may be old, but is not of tomorrow")
record SignedDocument(
    @Column(name = "document_number")
        @NotBlank
        @Size(max = 100)
        @Schema(description = "number and symbol (số, ký hiệu)")
        String number,
    @Column(name = "document_date") @NotNull LocalDate date,
    @Column(name = "signer_name") @NotBlank @Size(max = 200) String signerName,
    @Column(name = "signer_title") @NotBlank @Size(max = 200) String signerTitle) {}
