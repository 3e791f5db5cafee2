package vn.phoihop.notification.subscription;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class EventTypesTest {

  @Test
  void whatever_is_published_with_an_audience_can_be_subscribed_to() {
    List<String> published = PublishedTypes.withAudience();
    assertFalse(published.isEmpty());
    assertEquals(
        List.of(), published.stream().filter(type -> !EventTypes.ALL.contains(type)).toList());
  }

  @Test
  void the_names_are_those_that_webhooks_may_have() {
    assertTrue(EventTypes.ALL.stream().allMatch(type -> type.matches("[a-z0-9_.]+")));
  }

  @Test
  void a_delivery_cannot_cause_a_delivery() {
    assertTrue(
        EventTypes.ALL.stream()
            .noneMatch(type -> type.startsWith("delivery.") || type.equals("contact.changed")));
  }
}
