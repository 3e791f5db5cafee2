package vn.phoihop.reporting.consolidation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was put on the paper: its number and symbol, its day, who signed. */
@Schema(requiredProperties = {"number", "date", "signer"})
record SignConsolidatedReport(
    @NotNull
        @Size(min = 1, max = 100)
        @Schema(description = "number and symbol", examples = "356/BC-SKHCN")
        String number,
    @NotNull @Schema(description = "not after today, in Hanoi", examples = "2026-07-16")
        LocalDate date,
    @NotNull @Valid Signer signer) {

  @Schema(requiredProperties = {"name", "title"})
  record Signer(
      @NotNull @Size(min = 1, max = 200) @Schema(examples = "Nguyễn Thị Hường") String name,
      @NotNull
          @Size(min = 1, max = 200)
          @Schema(description = "authority and position, as above the name", examples = "GIÁM ĐỐC")
          String title) {}
}
