package vn.phoihop.bench.push;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ArrivalsTest {

  @Test
  void the_id_is_that_of_the_data() {
    assertEquals(
        "019a-7",
        Arrivals.id(
            "{\"type\":\"incident.received\",\"timestamp\":\"…\",\"data\":{\"id\":\"019a-7\",\"state\":\"RECEIVED\"}}"));
    assertEquals("", Arrivals.id("{\"type\":\"other\"}"));
  }
}
