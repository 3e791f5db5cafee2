package vn.phoihop.bench.load;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Arrivals by the clock, whatever becomes of the former ones: a system that stalls is not spared
 * the requests that would have come meanwhile (no coordinated omission).
 */
public final class OpenLoop {

  /** What happens at one arrival. */
  public interface Arrival {

    /**
     * @param n counts from 0
     * @param due {@link System#nanoTime()} at which it was to happen
     */
    void happens(int worker, int n, long due);
  }

  private OpenLoop() {}

  /** How many arrivals there are in all. */
  public static int count(int perSecond, Duration length) {
    return (int) (perSecond * length.toMillis() / 1000);
  }

  /** When arrival n is due, from the beginning, in nanoseconds. */
  static long due(int n, int perSecond) {
    return n * 1_000_000_000L / perSecond;
  }

  /**
   * Ends by itself after the last arrival.
   *
   * @param workers how many arrivals may be under way at the same time before one is late
   */
  public static void run(int perSecond, Duration length, int workers, Arrival arrival) {
    int count = count(perSecond, length);
    AtomicInteger next = new AtomicInteger();
    long begin = System.nanoTime() + 50_000_000;
    Crew.run(
        workers,
        worker -> {
          for (int n = next.getAndIncrement(); n < count; n = next.getAndIncrement()) {
            long due = begin + due(n, perSecond);
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
              LockSupport.parkNanos(left);
            }
            arrival.happens(worker, n, due);
          }
        });
  }
}
