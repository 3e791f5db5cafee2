package vn.phoihop.incident.exchange;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.phoihop.incident.report.Indicator;

@Schema(requiredProperties = {"version", "at", "title", "indicators"})
record ExchangeVersionView(
    int version,
    Instant at,
    String title,
    @Nullable String summary,
    @Nullable String purpose,
    @Schema(description = "why it corrects the version before") @Nullable String reason,
    List<Indicator> indicators) {

  static ExchangeVersionView of(Content content) {
    ExchangeContent said = content.content();
    return new ExchangeVersionView(
        content.version(),
        content.at(),
        said.title(),
        said.summary(),
        said.purpose(),
        said.reason(),
        content.indicators());
  }
}
