package vn.phoihop.reporting.consolidation;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.phoihop.platform.outbox.EventFacts;

/** What its events carry. Counts alone: whose reports are in it is the Department's to know. */
record ConsolidatedReportFacts(
    UUID id,
    String period,
    int number,
    String snapshot,
    int included,
    int missing,
    @Nullable Recipient recipient,
    String state,
    long version,
    long sequence,
    String tlp,
    Instant occurredAt,
    List<String> audience)
    implements EventFacts {

  private static final List<String> AUDIENCE = List.of("DEPARTMENT");

  static ConsolidatedReportFacts of(
      ConsolidatedReport report, @Nullable Recipient recipient, Instant at) {
    return new ConsolidatedReportFacts(
        report.id(),
        report.period(),
        report.number(),
        Objects.requireNonNull(report.snapshot()),
        Objects.requireNonNull(report.included()),
        Objects.requireNonNull(report.missing()),
        recipient,
        report.state().name(),
        report.sequence(),
        report.sequence(),
        "AMBER",
        at,
        AUDIENCE);
  }

  /** It is the Department's, and of all enterprises. */
  @Override
  public @Nullable UUID enterpriseId() {
    return null;
  }
}
