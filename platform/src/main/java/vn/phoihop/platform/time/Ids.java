package vn.phoihop.platform.time;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.UUID;

/** Makes UUIDs of version 7 (RFC 9562 §5.7): time first, so that indexes grow at one end. */
@Singleton
public class Ids {

  private final SystemClock clock;
  private final SecureRandom random = new SecureRandom();

  Ids(SystemClock clock) {
    this.clock = clock;
  }

  public UUID next() {
    long millis = clock.now().toEpochMilli();
    long high = (millis << 16) | 0x7000L | (random.nextInt() & 0x0fffL);
    long low = (random.nextLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
    return new UUID(high, low);
  }
}
