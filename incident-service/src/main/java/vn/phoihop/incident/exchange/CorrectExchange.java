package vn.phoihop.incident.exchange;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.phoihop.incident.report.ReportedIndicator;

/** The whole content anew; who receives it stays. */
record CorrectExchange(
    @NotBlank @Size(max = 300) String title,
    @Size(min = 1, max = 8000) @Nullable String summary,
    @Size(min = 1, max = 500) @Nullable String purpose,
    @Size(max = 200) List<@NotNull @Valid ReportedIndicator> indicators,
    @NotBlank @Size(max = 1000) @Schema(description = "what was wrong; the recipients read it")
        String reason) {

  CorrectExchange {
    indicators = Objects.requireNonNullElse(indicators, List.of());
  }

  ExchangeContent content() {
    return new ExchangeContent(title, summary, purpose, reason);
  }
}
