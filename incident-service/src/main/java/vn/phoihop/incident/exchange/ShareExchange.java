package vn.phoihop.incident.exchange;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.UniqueElements;
import org.jspecify.annotations.Nullable;
import vn.phoihop.incident.report.ReportedIndicator;
import vn.phoihop.incident.report.Tlp;

record ShareExchange(
    @NotBlank @Size(max = 300) @Schema(examples = "SIM box mới tại Hà Đông") String title,
    @Size(min = 1, max = 8000) @Nullable String summary,
    @Size(min = 1, max = 500)
        @Schema(description = "what the recipients may use it for", examples = "Rà soát, chặn số")
        @Nullable String purpose,
    @NotNull
        @Schema(
            description =
                """
                how far it goes: CLEAR and GREEN to named organisations and whole sectors, the Department reads it; AMBER to \
                named organisations; AMBER_STRICT to named enterprises and the Department; RED to at most five of these, and \
                its content to persons only""")
        Tlp tlp,
    @Size(max = 500) @UniqueElements @Schema(description = "enterprises' ids or authorities' codes")
        List<@NotNull @Size(min = 1, max = 64) String> recipients,
    @Size(max = 20)
        @UniqueElements
        @Schema(description = "codes of SECTORS: every enterprise that is active when it goes out")
        List<@NotNull @Size(min = 1, max = 64) String> sectors,
    @Size(max = 200) List<@NotNull @Valid ReportedIndicator> indicators,
    @Schema(description = "from then on its recipients no longer read the content")
        @Nullable Instant expiresAt,
    @Schema(description = "until then nobody but the owner knows of it")
        @Nullable Instant embargoUntil,
    @Schema(description = "the incident behind it; not shown to recipients")
        @Nullable UUID incidentId,
    @Schema(description = "keep it as a draft", defaultValue = "false") @Nullable Boolean draft) {

  ShareExchange {
    recipients = Objects.requireNonNullElse(recipients, List.of());
    sectors = Objects.requireNonNullElse(sectors, List.of());
    indicators = Objects.requireNonNullElse(indicators, List.of());
  }

  boolean isDraft() {
    return Boolean.TRUE.equals(draft);
  }

  ExchangeContent content() {
    return new ExchangeContent(title, summary, purpose, null);
  }
}
