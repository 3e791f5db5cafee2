package vn.phoihop.incident.exchange;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.phoihop.incident.report.Indicator;
import vn.phoihop.incident.report.Tlp;

/** One shape for both sides: what is not for the reader is absent. */
@Schema(
    requiredProperties = {"id", "owner", "state", "version", "sequence", "tlp", "indicatorCount"})
record ExchangeView(
    UUID id,
    @Schema(description = "who warns: an enterprise's id or an authority's code") String owner,
    @Nullable String ownerName,
    ExchangeState state,
    @Schema(description = "of the content; a correction makes the next one") int version,
    @Schema(description = "counts every change; the number in the ETag") long sequence,
    Tlp tlp,
    int indicatorCount,
    @Nullable Instant publishedAt,
    @Nullable Instant expiresAt,
    @Nullable Instant recalledAt,
    @Nullable String recallReason,
    @Schema(description = "why a reader does not get the content; absent where it is here")
        @Nullable Withheld withheld,
    @Nullable String title,
    @Nullable String summary,
    @Nullable String purpose,
    @Schema(description = "what this version corrects") @Nullable String reason,
    @Schema(description = "normalised and flagged as in incidents")
        @Nullable List<Indicator> indicators,
    @Schema(description = "for the owner alone") @Nullable Instant embargoUntil,
    @Schema(description = "for the owner alone") @Nullable UUID incidentId,
    @Schema(description = "for the owner alone: those named") @Nullable List<String> recipients,
    @Schema(description = "for the owner alone") @Nullable List<String> sectors,
    @Schema(description = "for the owner alone: how many it went to")
        @Nullable Integer recipientCount) {

  /** Why there is only the header. */
  enum Withheld {
    RECALLED,
    EXPIRED,
    PERSONS_ONLY
  }

  static ExchangeView forOwner(
      Exchange exchange, ExchangeContent content, List<Indicator> indicators) {
    return of(exchange, null, content, indicators, null, true);
  }

  static ExchangeView forReader(Exchange exchange, @Nullable String ownerName, Content content) {
    return of(exchange, ownerName, content.content(), content.indicators(), null, false);
  }

  /** Only that there is, or was, something. */
  static ExchangeView header(Exchange exchange, @Nullable String ownerName) {
    Withheld why =
        switch (exchange.state()) {
          case RECALLED -> Withheld.RECALLED;
          case EXPIRED -> Withheld.EXPIRED;
          default -> Withheld.PERSONS_ONLY;
        };
    return of(exchange, ownerName, null, null, why, false);
  }

  private static ExchangeView of(
      Exchange exchange,
      @Nullable String ownerName,
      @Nullable ExchangeContent content,
      @Nullable List<Indicator> indicators,
      @Nullable Withheld withheld,
      boolean own) {
    return new ExchangeView(
        exchange.id(),
        exchange.owner(),
        ownerName,
        exchange.state(),
        exchange.version(),
        exchange.sequence(),
        exchange.tlp(),
        exchange.indicatorCount(),
        exchange.publishedAt(),
        exchange.expiresAt(),
        exchange.recalledAt(),
        exchange.recallReason(),
        withheld,
        content == null ? null : content.title(),
        content == null ? null : content.summary(),
        content == null ? null : content.purpose(),
        content == null ? null : content.reason(),
        indicators,
        own ? exchange.embargoUntil() : null,
        own ? exchange.incidentId() : null,
        own ? exchange.recipients() : null,
        own ? exchange.sectors() : null,
        own ? exchange.recipientCount() : null);
  }
}
