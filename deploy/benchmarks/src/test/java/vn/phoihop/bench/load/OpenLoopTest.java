package vn.phoihop.bench.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.phoihop.deploy.Failure;

class OpenLoopTest {

  @Test
  void arrivals_are_due_by_the_clock() {
    assertEquals(2_000, OpenLoop.count(100, Duration.ofSeconds(20)));
    assertEquals(0, OpenLoop.due(0, 100));
    assertEquals(10_000_000, OpenLoop.due(1, 100));
    assertEquals(3_600_000_000_000L, OpenLoop.due(360_000, 100), "no drift in an hour");
  }

  @Test
  void each_arrival_happens_once_and_not_before_it_is_due() {
    Set<Integer> happened = ConcurrentHashMap.newKeySet();
    Set<Integer> early = ConcurrentHashMap.newKeySet();

    OpenLoop.run(
        1_000,
        Duration.ofMillis(50),
        4,
        (worker, n, due) -> {
          assertTrue(happened.add(n));
          if (System.nanoTime() - due < 0) {
            early.add(n);
          }
        });

    assertEquals(IntStream.range(0, 50).boxed().collect(Collectors.toSet()), happened);
    assertEquals(Set.of(), early);
  }

  @Test
  void a_failure_of_one_arrival_is_the_failure_of_all() {
    assertThrows(
        Failure.class,
        () ->
            OpenLoop.run(
                1_000,
                Duration.ofMillis(10),
                2,
                (worker, n, due) -> {
                  throw new Failure("refused");
                }));
  }
}
