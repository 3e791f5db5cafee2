package vn.phoihop.reporting.obligation;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.phoihop.reporting.Api.as;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.phoihop.platform.test.Tokens;
import vn.phoihop.reporting.Api;
import vn.phoihop.reporting.figure.Period;

/** The business clock jumps over the ends of periods: what must happen happens by itself. */
@QuarkusTest
@TestProfile(ClockMovedTest.ThreeHundredDaysLater.class)
class ClockMovedTest {

  /** As {@code deploy/up --clock-offset P300D} sets it. */
  public static class ThreeHundredDaysLater implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("phoihop.clock-offset", "P300D");
    }
  }

  @Test
  void every_period_until_then_is_asked_for_and_those_past_are_overdue() {
    Api.awaitReady();
    Instant now = Instant.now();
    Period activated = Period.of(now);
    Period running = Period.of(now.plus(Duration.ofDays(300)));
    UUID enterprise = Api.activate("ISP", now);

    JsonPath page =
        await()
            .atMost(Duration.ofSeconds(30))
            .until(
                () -> as(Tokens.enterprise(enterprise)).get("/api/v1/obligations").jsonPath(),
                found -> !found.getList("items").isEmpty());

    List<String> expected = new java.util.ArrayList<>();
    for (Period period = activated; period.compareTo(running) <= 0; period = period.next()) {
      expected.add(period.toString());
    }
    List<String> periods = page.getList("items.period");
    assertEquals(expected, periods.stream().sorted().toList());
    for (int i = 0; i < periods.size(); i++) {
      boolean past = Period.parse(periods.get(i)).next().compareTo(running) < 0;
      if (past) {
        assertEquals(List.of("OVERDUE"), page.getList("items[" + i + "].flags"));
      }
      if (periods.get(i).equals(running.toString())) {
        assertEquals(List.of(), page.getList("items[" + i + "].flags"));
      }
    }
  }
}
