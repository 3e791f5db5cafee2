package vn.phoihop.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAmount;
import java.util.Optional;

/**
 * How far the services' business clock is moved. Remembered while the stack runs, so that a service
 * started again later agrees with the others.
 */
final class ClockOffset {
  static final String NONE = "PT0S";
  private final Path file;

  ClockOffset(Settings settings) {
    this.file = settings.data().resolve("clock-offset");
  }

  String current() {
    try {
      return Files.exists(file) ? Files.readString(file).strip() : NONE;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An ISO-8601 period or duration, such as P40D, -P1M or PT36H. */
  void set(String offset) {
    if (amount(offset).isEmpty()) {
      throw new Failure(
          "--clock-offset wants an ISO-8601 period or duration such as P40D or PT36H, not '%s'"
              .formatted(offset));
    }
    try {
      Files.writeString(file, offset + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the services take for now, in Hanoi. */
  ZonedDateTime now() {
    ZonedDateTime now = ZonedDateTime.now(ZoneId.of("Asia/Ho_Chi_Minh"));
    return now.plus(amount(current()).orElse(Duration.ZERO));
  }

  private static Optional<TemporalAmount> amount(String text) {
    try {
      return Optional.of(text.contains("T") ? Duration.parse(text) : Period.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
