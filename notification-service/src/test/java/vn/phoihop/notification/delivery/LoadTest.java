package vn.phoihop.notification.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LoadTest {

  private final Load load = new Load();
  private final int room = load.room();

  @Test
  void what_is_claimed_takes_room_before_it_is_handed_on() {
    load.add(claims(room, true));
    assertEquals(0, load.room());
    assertFalse(load.isLight());
    assertFalse(load.hasRoomAgain(), "there is none before some of it has ended");
  }

  @Test
  void what_was_left_for_want_of_room_is_asked_for_once() {
    load.add(claims(room, true));
    load.add(-room, 0);
    assertTrue(load.hasRoomAgain());
    assertFalse(load.hasRoomAgain());
  }

  @Test
  void receivers_in_trouble_take_none_of_the_others_room() {
    load.add(claims(room, false));
    load.add(0, room);
    assertEquals(room, load.room());
    assertFalse(load.hasRoomAgain());
  }

  private static Claims claims(int count, boolean cut) {
    List<Claimed> deliveries =
        Stream.generate(() -> DeliveryFixture.claimed("{}")).limit(count).toList();
    return new Claims(deliveries, false, Set.of(), cut, false);
  }
}
