package vn.phoihop.bench.lab;

import java.time.Duration;

/**
 * How long and how much.
 *
 * @param rounds of each measurement, in alternation with the opponents
 * @param warmUp the least; it lasts until two windows differ by less than 5 %
 * @param mostWarmUp when a warm-up that does not settle is over all the same
 * @param window of a warm-up
 * @param measured length of each side in each round
 * @param pushWarmUp of push at its rate, after {@code warmUp} without a clock
 * @param endpoints of the fan-out
 * @param events of the fan-out, each side in each round
 * @param isolationEndpoints of isolation, a fifth of them black holes
 * @param isolationMeasured length of each side of isolation in each round
 * @param incidents rows of the lists
 * @param pages read at each depth, and as many first pages between them
 * @param load under which memory is looked at
 */
public record Sizes(
    int rounds,
    Duration warmUp,
    Duration mostWarmUp,
    Duration window,
    Duration measured,
    Duration pushWarmUp,
    int endpoints,
    int events,
    int isolationEndpoints,
    Duration isolationMeasured,
    int incidents,
    int pages,
    Duration load) {

  public static final Sizes FULL =
      new Sizes(
          3,
          Duration.ofSeconds(90),
          Duration.ofSeconds(180),
          Duration.ofSeconds(10),
          Duration.ofSeconds(20),
          Duration.ofSeconds(20),
          1_000,
          10,
          50,
          Duration.ofSeconds(24),
          2_000_000,
          200,
          Duration.ofSeconds(30));

  /** Shows that each row works from end to end; its figures say nothing. */
  public static final Sizes SMOKE =
      new Sizes(
          2,
          Duration.ofSeconds(4),
          Duration.ofSeconds(8),
          Duration.ofSeconds(2),
          Duration.ofSeconds(3),
          Duration.ofSeconds(3),
          50,
          2,
          10,
          Duration.ofSeconds(4),
          20_000,
          20,
          Duration.ofSeconds(4));
}
