package vn.phoihop.notification.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class LaneTest {

  private static final long SECOND = 1_000_000_000L;

  private final Lane lane = new Lane();

  @Test
  void a_second_s_worth_may_come_at_once_and_then_one_at_a_time() {
    for (int i = 0; i < 5; i++) {
      assertEquals(0, lane.count(5, SECOND));
    }
    assertEquals(SECOND / 5, lane.count(5, SECOND));
    assertTrue(lane.count(5, SECOND + SECOND / 10) > 0, "asking uses nothing up");
    assertEquals(0, lane.count(5, SECOND + SECOND / 5));
    assertTrue(lane.count(5, SECOND + SECOND / 5) > 0);
  }

  @Test
  void in_the_mean_no_more_than_the_rate_however_often_it_is_asked() {
    int made = 0;
    for (long now = 0; now < 10 * SECOND; now += SECOND / 1000) {
      made += lane.count(7, now) == 0 ? 1 : 0;
    }
    assertTrue(made > 70 && made <= 77, "made " + made);
  }

  @Test
  void it_is_remembered_until_nothing_is_used_up() {
    assertEquals(0, lane.untilRested(0));
    lane.count(2, 0);
    lane.count(2, 0);
    assertEquals(SECOND, lane.untilRested(0));
    assertEquals(SECOND / 2, lane.untilRested(SECOND / 2));
    assertEquals(0, lane.untilRested(SECOND));
  }

  @Test
  void without_a_rate_nothing_is_counted() {
    for (int i = 0; i < 1000; i++) {
      assertEquals(0, lane.count(null, 0));
    }
    assertEquals(0, lane.untilRested(0));
  }
}
