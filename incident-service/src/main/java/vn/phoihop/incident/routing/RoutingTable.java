package vn.phoihop.incident.routing;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/** The rules in force. */
public record RoutingTable(List<RoutingRule> rules) {

  public RoutingTable {
    rules = List.copyOf(rules);
  }

  /**
   * The agencies for these violation types on this day, each once, leaders first as the types
   * stand.
   */
  public List<String> agencies(Collection<String> violationTypes, LocalDate day) {
    return violationTypes.stream()
        .flatMap(type -> rules.stream().filter(rule -> rule.applies(type, day)))
        .flatMap(rule -> rule.agencies().stream())
        .distinct()
        .toList();
  }
}
