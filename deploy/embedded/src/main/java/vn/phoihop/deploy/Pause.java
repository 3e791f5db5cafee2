package vn.phoihop.deploy;

/** Between two looks at a process that does not tell when it is ready. */
final class Pause {
  private static final long MILLIS = 100;

  private Pause() {}

  static void briefly() {
    try {
      Thread.sleep(MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure("interrupted", e);
    }
  }
}
