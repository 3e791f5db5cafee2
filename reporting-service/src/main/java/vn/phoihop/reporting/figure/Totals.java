package vn.phoihop.reporting.figure;

import java.util.Arrays;
import java.util.function.ToLongFunction;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An enterprise's numbers in a period over all violation types; a case of two types counts once.
 */
@Schema(
    requiredProperties = {
      "detected",
      "reported",
      "handled",
      "transferred",
      "damageVnd",
      "preventedVnd",
      "requestsReceived",
      "answered",
      "answeredOnTime",
      "partial",
      "refused",
      "measures",
      "exchangesSent",
      "exchangesReceived"
    })
public record Totals(
    @Schema(description = "cases, of whatever types") long detected,
    long reported,
    long handled,
    long transferred,
    long damageVnd,
    @Schema(description = "with that of measures that belong to no incident") long preventedVnd,
    @Schema(description = "information requests issued in the period and not cancelled")
        long requestsReceived,
    @Schema(description = "of those, answered") long answered,
    @Schema(description = "of those, first answered within the time") long answeredOnTime,
    @Schema(description = "of those, last answered in part") long partial,
    @Schema(description = "of those, last answered with nothing, for a reason") long refused,
    @Schema(description = "measures started in the period and not reversed") long measures,
    @Schema(description = "exchanges published in the period") long exchangesSent,
    @Schema(description = "exchanges of others received in the period") long exchangesReceived) {

  public static final Totals NONE = of(count -> 0);

  /** Made of a value for each {@link Count}. */
  public static Totals of(ToLongFunction<Count> value) {
    return new Totals(
        value.applyAsLong(Count.DETECTED),
        value.applyAsLong(Count.REPORTED),
        value.applyAsLong(Count.HANDLED),
        value.applyAsLong(Count.TRANSFERRED),
        value.applyAsLong(Count.DAMAGE_VND),
        value.applyAsLong(Count.PREVENTED_VND),
        value.applyAsLong(Count.REQUESTS_RECEIVED),
        value.applyAsLong(Count.ANSWERED),
        value.applyAsLong(Count.ANSWERED_ON_TIME),
        value.applyAsLong(Count.PARTIAL),
        value.applyAsLong(Count.REFUSED),
        value.applyAsLong(Count.MEASURES),
        value.applyAsLong(Count.EXCHANGES_SENT),
        value.applyAsLong(Count.EXCHANGES_RECEIVED));
  }

  public long get(Count count) {
    return switch (count) {
      case DETECTED -> detected;
      case REPORTED -> reported;
      case HANDLED -> handled;
      case TRANSFERRED -> transferred;
      case DAMAGE_VND -> damageVnd;
      case PREVENTED_VND -> preventedVnd;
      case REQUESTS_RECEIVED -> requestsReceived;
      case ANSWERED -> answered;
      case ANSWERED_ON_TIME -> answeredOnTime;
      case PARTIAL -> partial;
      case REFUSED -> refused;
      case MEASURES -> measures;
      case EXCHANGES_SENT -> exchangesSent;
      case EXCHANGES_RECEIVED -> exchangesReceived;
    };
  }

  public Totals with(Count count, long value) {
    return of(each -> each == count ? value : get(each));
  }

  public Totals plus(Totals other) {
    return of(each -> get(each) + other.get(each));
  }

  public Totals minus(Totals other) {
    return of(each -> get(each) - other.get(each));
  }

  boolean isNone() {
    return Arrays.stream(Count.values()).allMatch(count -> get(count) == 0);
  }
}
