package vn.phoihop.incident.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoutingTableTest {

  private static final LocalDate TODAY = LocalDate.parse("2026-03-10");
  private final RoutingTable table =
      new RoutingTable(
          List.of(
              rule("POST_CONTRABAND", "2007-07-12", null, "CUSTOMS", "POLICE"),
              rule("TEL_FEE_THEFT", "2007-07-12", "2026-03-10", "POLICE"),
              rule("TEL_FEE_THEFT", "2026-03-11", null, "TAX"),
              rule("POST_COUNTERFEIT", "2026-03-11", null, "TRADE"),
              rule("OTHER", "2007-07-12", null)));

  @Test
  void leaders_come_first_and_each_agency_once() {
    assertEquals(
        List.of("CUSTOMS", "POLICE"),
        table.agencies(List.of("POST_CONTRABAND", "TEL_FEE_THEFT"), TODAY));
    assertEquals(
        List.of("POLICE", "CUSTOMS"),
        table.agencies(List.of("TEL_FEE_THEFT", "POST_CONTRABAND"), TODAY));
  }

  @Test
  void a_rule_holds_from_its_first_day_to_its_last() {
    assertEquals(List.of("POLICE"), table.agencies(List.of("TEL_FEE_THEFT"), TODAY));
    assertEquals(List.of("TAX"), table.agencies(List.of("TEL_FEE_THEFT"), TODAY.plusDays(1)));
    assertEquals(List.of(), table.agencies(List.of("POST_COUNTERFEIT"), TODAY));
  }

  @Test
  void what_no_agency_handles_goes_to_the_department_alone() {
    assertEquals(List.of(), table.agencies(List.of("OTHER", "NOT_LISTED"), TODAY));
  }

  private static RoutingRule rule(String type, String from, String to, String... agencies) {
    return new RoutingRule(
        type, List.of(agencies), LocalDate.parse(from), to == null ? null : LocalDate.parse(to));
  }
}
