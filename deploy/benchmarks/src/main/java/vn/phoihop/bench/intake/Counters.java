package vn.phoihop.bench.intake;

/** Where each run's counter begins: no run makes the ids of another. */
final class Counters {

  private static final long EACH = 1_000_000_000L;
  private long next;

  long next() {
    next += EACH;
    return next;
  }
}
