package vn.phoihop.incident.routing;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the reference list ROUTING.
 *
 * @param agencies those that are told, the Department not among them; the first leads
 * @param validFrom first day
 * @param validTo last day; null: open
 */
public record RoutingRule(
    String violationType, List<String> agencies, LocalDate validFrom, @Nullable LocalDate validTo) {

  public RoutingRule {
    Objects.requireNonNull(violationType, "violationType");
    Objects.requireNonNull(validFrom, "validFrom");
    agencies = List.copyOf(agencies);
  }

  boolean applies(String type, LocalDate day) {
    return violationType.equals(type)
        && !day.isBefore(validFrom)
        && (validTo == null || !day.isAfter(validTo));
  }
}
