package vn.phoihop.incident.request;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The signed document that the request rests on. */
record PaperDocument(
    @NotBlank @Size(max = 100) @Schema(examples = "128/CV-PC02") String number,
    @NotNull @Schema(description = "its date; not after today") LocalDate date,
    @NotBlank @Size(max = 200) @Schema(examples = "Thượng tá Nguyễn Văn An") String signerName) {}
