package vn.phoihop.notification.preference;

import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.phoihop.platform.time.BusinessClock;

/** When not to be written to, in Hanoi, every day; over midnight where it ends before it begins. */
@Schema(
    description =
        "When not to be written to, Asia/Ho_Chi_Minh; ends at most 12 hours after it begins, on the"
            + " next day where the end is the earlier time, and never when it begins.")
public record QuietHours(
    @NotNull
        @JsonFormat(pattern = "HH:mm")
        @Schema(
            implementation = String.class,
            pattern = "^([01][0-9]|2[0-3]):[0-5][0-9]$",
            examples = "22:00")
        LocalTime from,
    @NotNull
        @JsonFormat(pattern = "HH:mm")
        @Schema(
            implementation = String.class,
            pattern = "^([01][0-9]|2[0-3]):[0-5][0-9]$",
            examples = "06:00")
        LocalTime to) {

  private static final Duration LONGEST = Duration.ofHours(12);

  boolean lastsTooLong() {
    Duration length = Duration.between(from, to);
    return (length.isNegative() ? length.plusDays(1) : length).compareTo(LONGEST) > 0;
  }

  /** When the quiet ends that reigns at an instant; empty where none does. */
  Optional<Instant> end(Instant at) {
    ZonedDateTime now = at.atZone(BusinessClock.ZONE);
    LocalTime time = now.toLocalTime();
    boolean overMidnight = to.isBefore(from);
    boolean quiet =
        overMidnight
            ? !time.isBefore(from) || time.isBefore(to)
            : !time.isBefore(from) && time.isBefore(to);
    if (!quiet) {
      return Optional.empty();
    }
    ZonedDateTime end = now.with(to);
    return Optional.of((end.isAfter(now) ? end : end.plusDays(1)).toInstant());
  }
}
