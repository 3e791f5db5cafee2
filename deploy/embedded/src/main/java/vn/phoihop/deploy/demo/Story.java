package vn.phoihop.deploy.demo;

import vn.phoihop.deploy.Failure;

/** What the demo tells, and the checks that it makes. */
final class Story {
  private final long begin = System.nanoTime();
  private int steps;

  void chapter(String title) {
    System.out.printf("%n%s%n", title);
  }

  void step(String what) {
    System.out.printf("  %3d  %s%n", ++steps, what);
  }

  void detail(String what) {
    System.out.printf("         %s%n", what);
  }

  void check(boolean right, String otherwise) {
    if (!right) {
      throw new Failure("the demo stops at step %d: %s".formatted(steps, otherwise));
    }
  }

  void end() {
    System.out.printf(
        "%nDone: %d steps, all as they should be, in %d s.%n",
        steps, (System.nanoTime() - begin) / 1_000_000_000L);
  }
}
