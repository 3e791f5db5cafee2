package vn.phoihop.incident.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.phoihop.incident.report.Tlp;
import vn.phoihop.platform.identity.Caller;
import vn.phoihop.platform.problem.ProblemException;
import vn.phoihop.platform.state.ForbiddenTransition;

class MeasureTest {

  private static final Instant NOW = Instant.parse("2026-03-10T03:00:00Z");
  private static final UUID ENTERPRISE = UUID.fromString("019a1f6e-7c00-7000-8000-000000000001");
  private static final UUID TAKER = UUID.randomUUID();

  @Test
  void it_is_looked_at_again_thirty_days_after_its_start_where_nobody_says_when() {
    assertEquals(
        Duration.ofDays(30), Duration.between(NOW, measure(NOW.minusSeconds(9), false).reviewAt()));
    Instant planned = NOW.plus(Duration.ofDays(7));
    assertEquals(
        Duration.ofDays(30), Duration.between(planned, measure(planned, false).reviewAt()));
  }

  @Test
  void one_that_was_planned_and_starts_early_started_then() {
    Measure measure = measure(NOW.plusSeconds(3600), false);

    measure.start(NOW.plusSeconds(60));

    assertEquals(NOW.plusSeconds(60), measure.startedAt());
  }

  @Test
  void one_that_starts_late_keeps_the_time_that_was_said() {
    Measure measure = measure(NOW.plusSeconds(3600), false);

    measure.start(NOW.plusSeconds(3605));

    assertEquals(NOW.plusSeconds(3600), measure.startedAt());
  }

  @Test
  void reversing_an_ended_measure_takes_its_effect_back_and_keeps_its_end() {
    Measure measure = measure(NOW, false);
    measure.end(NOW.plusSeconds(5), new Effect(1L, null, null), NOW.plusSeconds(9));

    measure.reverse(NOW.plusSeconds(20));

    assertNull(measure.effect());
    assertEquals(NOW.plusSeconds(5), measure.endedAt());
    assertEquals(3, measure.sequence());
  }

  @Test
  void one_that_never_began_has_no_end() {
    Measure measure = measure(NOW.plusSeconds(3600), false);

    measure.reverse(NOW.plusSeconds(20));

    assertNull(measure.endedAt());
  }

  @Test
  void an_emergency_is_ratified_once_by_another_person() {
    Measure measure = measure(NOW, true);
    assertEquals(NOW.plus(Duration.ofHours(48)), measure.ratifyBy());

    assertRefused(MeasureProblem.RATIFIED_BY_ANOTHER, measure, caller(TAKER));
    assertRefused(MeasureProblem.RATIFIED_BY_ANOTHER, measure, caller(null));
    assertTrue(MeasureView.of(measure, NOW.plus(Duration.ofHours(49))).ratificationOverdue());
    measure.end(NOW, null, NOW);
    measure.ratify(caller(UUID.randomUUID()), null, NOW);

    assertEquals(NOW, measure.ratifiedAt());
    assertFalse(MeasureView.of(measure, NOW.plus(Duration.ofHours(49))).ratificationOverdue());
    assertRefused(MeasureProblem.NOTHING_TO_RATIFY, measure, caller(UUID.randomUUID()));
  }

  @Test
  void what_is_no_emergency_is_not_ratified() {
    assertRefused(MeasureProblem.NOTHING_TO_RATIFY, measure(NOW, false), caller(UUID.randomUUID()));
    assertThrows(
        ForbiddenTransition.class,
        () -> measure(NOW.plusSeconds(60), false).ratify(caller(UUID.randomUUID()), null, NOW));
  }

  private static void assertRefused(MeasureProblem problem, Measure measure, Caller by) {
    ProblemException refusal =
        assertThrows(ProblemException.class, () -> measure.ratify(by, null, NOW));
    assertEquals(problem, refusal.type());
  }

  private static Measure measure(Instant startedAt, boolean emergency) {
    return new Measure(
        UUID.randomUUID(),
        caller(TAKER),
        new TakeMeasure(
            "BLOCK_NUMBER", "0912…", startedAt, null, null, null, emergency, null, null),
        List.of("DEPARTMENT", ENTERPRISE.toString()),
        Tlp.AMBER,
        NOW);
  }

  private static Caller caller(UUID person) {
    return new Caller(
        ENTERPRISE.toString(), "enterprise", "sub", person, Set.of("MEASURE"), Set.of());
  }
}
