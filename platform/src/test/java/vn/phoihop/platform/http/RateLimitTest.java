package vn.phoihop.platform.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class RateLimitTest {

  private Instant now = Instant.parse("2026-11-25T00:00:00Z");
  private final RateLimit limit = new RateLimit(10, 100, 3, () -> now);

  @Test
  void a_burst_is_let_through_and_no_more() {
    for (int i = 99; i >= 0; i--) {
      RateLimit.Decision decision = limit.take("a");
      assertTrue(decision.allowed());
      assertEquals(i, decision.remaining());
      assertEquals(0, decision.retryAfter());
    }
    RateLimit.Decision refused = limit.take("a");
    assertFalse(refused.allowed());
    assertEquals(1, refused.retryAfter());
    assertEquals(10, refused.fullAfter());
    assertEquals(10, limit.window());
  }

  @Test
  void a_refused_request_costs_nothing_and_what_is_refilled_may_be_used() {
    for (int i = 0; i < 150; i++) {
      limit.take("a");
    }
    now = now.plusMillis(99);
    assertFalse(limit.take("a").allowed());
    now = now.plusMillis(1);
    assertTrue(limit.take("a").allowed());
    assertFalse(limit.take("a").allowed());
    now = now.plusSeconds(3600);
    assertEquals(99, limit.take("a").remaining(), "no more than the burst is saved up");
  }

  @Test
  void one_client_does_not_use_up_anothers() {
    for (int i = 0; i < 101; i++) {
      limit.take("a");
    }
    assertEquals(99, limit.take("b").remaining());
  }

  @Test
  void the_clients_seen_longest_ago_are_forgotten_and_no_memory_grows() {
    limit.take("a");
    limit.take("b");
    limit.take("c");
    limit.take("a");
    limit.take("d");
    assertEquals(97, limit.take("a").remaining(), "seen lately, kept");
    assertEquals(99, limit.take("b").remaining(), "forgotten, begins anew");
  }

  @Test
  void addresses_of_one_network_are_one() {
    assertEquals("192.0.2.7", RateLimits.network("192.0.2.7"));
    assertEquals(RateLimits.network("2001:db8:1:2::1"), RateLimits.network("2001:db8:1:2:ffff::9"));
    assertNotEquals(RateLimits.network("2001:db8:1:2::1"), RateLimits.network("2001:db8:1:3::1"));
  }
}
