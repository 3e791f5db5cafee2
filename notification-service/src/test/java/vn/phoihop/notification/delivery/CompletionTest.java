package vn.phoihop.notification.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.phoihop.notification.delivery.DeliveryState.Move;
import vn.phoihop.notification.delivery.Outcome.Fault;

class CompletionTest {

  @ParameterizedTest
  @CsvSource({
    "200, 1, DELIVER", "204, 1, DELIVER", "299, 10, DELIVER", "301, 1, WAIT", "302, 1, WAIT",
    "304, 1, WAIT", "400, 1, WAIT", "401, 9, WAIT", "404, 1, WAIT", "410, 1, GIVE_UP",
    "429, 1, WAIT", "500, 1, WAIT", "503, 9, WAIT", "500, 10, GIVE_UP", "302, 10, GIVE_UP"
  })
  void the_status_decides(int status, int tries, Move move) {
    Outcome outcome = Outcome.answered(status, Duration.ZERO, null, null, null);
    assertEquals(move, completion(tries, outcome).move());
  }

  @ParameterizedTest
  @CsvSource({"200, DELIVER", "500, GIVE_UP"})
  void a_receiver_may_say_that_it_never_wants_this_one(int status, Move move) {
    Outcome outcome = Outcome.answered(status, Duration.ZERO, null, null, "abort-message");
    assertEquals(move, completion(1, outcome).move());
  }

  @ParameterizedTest
  @EnumSource(names = {"E_FORBIDDEN_ADDRESS", "E_INVALID_TARGET"})
  void an_address_that_is_not_admitted_is_not_tried_again(Fault fault) {
    assertEquals(Move.GIVE_UP, completion(1, Outcome.failed(fault, Duration.ZERO)).move());
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"E_FORBIDDEN_ADDRESS", "E_INVALID_TARGET"})
  void any_other_fault_may_pass(Fault fault) {
    Completion completion = completion(1, Outcome.failed(fault, Duration.ZERO));
    assertEquals(Move.WAIT, completion.move());
    // A receiver that lets the time run out is left alone for a minute.
    boolean minute = completion.pause().compareTo(Duration.ofMinutes(1)) >= 0;
    assertEquals(fault == Fault.E_TIMEOUT, minute);
    assertTrue(completion.pause().compareTo(Duration.ofSeconds(5)) >= 0);
  }

  private static Completion completion(int tries, Outcome outcome) {
    return Completion.of(
        DeliveryFixture.claimed("{}", tries), Instant.EPOCH, outcome, RandomGenerator.getDefault());
  }
}
