package vn.phoihop.bench.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class WebhookIdTest {

  @Test
  void the_id_is_that_of_the_data() {
    assertEquals(
        "019a-7",
        WebhookId.of(
            "{\"type\":\"incident.received\",\"timestamp\":\"…\",\"data\":{\"id\":\"019a-7\",\"state\":\"RECEIVED\"}}"));
    assertEquals("", WebhookId.of("{\"type\":\"other\"}"));
  }
}
