package vn.phoihop.platform.time;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The time by which business is done; the embedded stack may move it forward. */
@Singleton
public class BusinessClock {

  /** Where working time and calendar days are reckoned. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  private final SystemClock system;
  private final String offset;

  BusinessClock(
      SystemClock system,
      @ConfigProperty(name = "phoihop.clock-offset", defaultValue = "PT0S") String offset) {
    this.system = system;
    this.offset = offset;
    plus(system.now(), offset);
  }

  /** Now, UTC, in microseconds. */
  public Instant now() {
    return plus(system.now(), offset);
  }

  /** Today in Hanoi. */
  public LocalDate today() {
    return LocalDate.ofInstant(now(), ZONE);
  }

  /** An ISO 8601 period of days (P40D) or duration (PT12H). */
  private static Instant plus(Instant instant, String offset) {
    ZonedDateTime at = instant.atZone(ZONE);
    return (offset.contains("T") ? at.plus(Duration.parse(offset)) : at.plus(Period.parse(offset)))
        .toInstant();
  }
}
