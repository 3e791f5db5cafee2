package vn.phoihop.incident.request;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

record AskExtension(
    @NotNull @Schema(description = "later than the due time, and than now") Instant until,
    @NotBlank @Size(max = 2000) String reason) {}
