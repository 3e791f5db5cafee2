package vn.phoihop.reporting.figure;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.function.ToLongFunction;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An enterprise's numbers of one violation type in a period. A case of two types counts in both.
 */
@Schema(
    requiredProperties = {
      "violationType",
      "detected",
      "reported",
      "handled",
      "transferred",
      "damageVnd",
      "preventedVnd"
    })
public record Figure(
    @Schema(description = "a code of VIOLATION_TYPES", examples = "TEL_BYPASS_SIMBOX")
        String violationType,
    @Schema(description = "cases detected; those reported, until corrected") long detected,
    @Schema(description = "cases reported and neither withdrawn, dismissed nor merged")
        long reported,
    @Schema(description = "of those, resolved or closed") long handled,
    @Schema(description = "of those, referred to an agency") long transferred,
    @Schema(description = "of those, estimated damage in dong") long damageVnd,
    @Schema(description = "of those, damage prevented by measures that have ended, in dong")
        long preventedVnd) {

  /** Made of a value for each of {@link Count#OF_CASES}. */
  public static Figure of(String violationType, ToLongFunction<Count> value) {
    return new Figure(
        violationType,
        value.applyAsLong(Count.DETECTED),
        value.applyAsLong(Count.REPORTED),
        value.applyAsLong(Count.HANDLED),
        value.applyAsLong(Count.TRANSFERRED),
        value.applyAsLong(Count.DAMAGE_VND),
        value.applyAsLong(Count.PREVENTED_VND));
  }

  public static Figure none(String violationType) {
    return of(violationType, count -> 0);
  }

  /** 0 for what a violation type does not have. */
  public long get(Count count) {
    return switch (count) {
      case DETECTED -> detected;
      case REPORTED -> reported;
      case HANDLED -> handled;
      case TRANSFERRED -> transferred;
      case DAMAGE_VND -> damageVnd;
      case PREVENTED_VND -> preventedVnd;
      default -> 0;
    };
  }

  public Figure with(Count count, long value) {
    return of(violationType, each -> each == count ? value : get(each));
  }

  /** The sum, under this one's violation type. */
  public Figure plus(Figure other) {
    return of(violationType, each -> get(each) + other.get(each));
  }

  public Figure minus(Figure other) {
    return of(violationType, each -> get(each) - other.get(each));
  }

  /** Whether every number is 0; such a type is left out. */
  @JsonIgnore
  public boolean isNone() {
    return Count.OF_CASES.stream().allMatch(count -> get(count) == 0);
  }
}
