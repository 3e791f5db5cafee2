package vn.phoihop.platform.time;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The machine's time: for signatures, throttles, and what expires as a code or a key. */
@Singleton
public class SystemClock {

  private final Clock clock = Clock.systemUTC();

  /** Now, in microseconds as PostgreSQL keeps them. */
  public Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
