package vn.phoihop.platform.http;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * How many requests a client may send: so many a second, and a burst that is saved up. An instance
 * counts for itself. Clients not seen for the longest are forgotten first; a forgotten one begins
 * anew.
 */
final class RateLimit {

  private final int perSecond;
  private final int burst;
  private final TimeMeter time;
  private final Map<String, Bucket> buckets;

  RateLimit(int perSecond, int burst, int mostClients, Supplier<Instant> clock) {
    this.perSecond = perSecond;
    this.burst = burst;
    this.time =
        new TimeMeter() {
          @Override
          public long currentTimeNanos() {
            Instant now = clock.get();
            return now.getEpochSecond() * 1_000_000_000L + now.getNano();
          }

          @Override
          public boolean isWallClockBased() {
            return true;
          }
        };
    this.buckets =
        new LinkedHashMap<>(1_000, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > mostClients;
          }
        };
  }

  /**
   * What became of a request (draft-ietf-httpapi-ratelimit-headers-10).
   *
   * @param remaining requests that may follow at once
   * @param fullAfter seconds until the whole burst is there again
   * @param retryAfter seconds until one request is; 0 where this one was let through
   */
  record Decision(boolean allowed, long remaining, long fullAfter, long retryAfter) {}

  Decision take(String client) {
    Bucket bucket;
    synchronized (buckets) {
      bucket = buckets.computeIfAbsent(client, first -> bucket());
    }
    ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
    return new Decision(
        probe.isConsumed(),
        probe.getRemainingTokens(),
        seconds(probe.getNanosToWaitForReset()),
        seconds(probe.getNanosToWaitForRefill()));
  }

  /** Seconds in which the burst fills up: the window of the policy. */
  long window() {
    return Math.max(1, burst / perSecond);
  }

  int perSecond() {
    return perSecond;
  }

  int burst() {
    return burst;
  }

  private Bucket bucket() {
    return Bucket.builder()
        .withCustomTimePrecision(time)
        .addLimit(limit -> limit.capacity(burst).refillGreedy(perSecond, Duration.ofSeconds(1)))
        .build();
  }

  private static long seconds(long nanos) {
    return (nanos + 999_999_999L) / 1_000_000_000L;
  }
}
