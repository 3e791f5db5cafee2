package vn.phoihop.deploy;

/** deploy/down: stops every process of this data folder, data kept. */
final class Down {
  private Down() {}

  static void run(Settings settings) {
    try (Lock lock = Lock.of(settings)) {
      new Stack(settings, new Progress()).stop();
    }
  }
}
