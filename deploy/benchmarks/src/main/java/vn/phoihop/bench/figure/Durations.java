package vn.phoihop.bench.figure;

import java.util.Arrays;
import java.util.List;

/** Durations that one thread notes, as nanoseconds; grows without boxes. */
public final class Durations {

  private long[] nanos = new long[1024];
  private int count;

  public void add(long duration) {
    if (count == nanos.length) {
      nanos = Arrays.copyOf(nanos, count * 2);
    }
    nanos[count++] = duration;
  }

  public int count() {
    return count;
  }

  public long[] toArray() {
    return Arrays.copyOf(nanos, count);
  }

  public static long[] all(List<Durations> parts) {
    return parts.stream().flatMapToLong(part -> Arrays.stream(part.toArray())).toArray();
  }
}
