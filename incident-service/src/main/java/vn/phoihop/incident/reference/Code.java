package vn.phoihop.incident.reference;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a code list, without its labels.
 *
 * @param kind of an authority
 * @param of what a return reason is for (INCIDENT, DESIGNATION …); null where the list does not say
 * @param requires the fields that must come with it
 * @param askers the parties that may ask for this purpose; null: every authority
 */
public record Code(
    String code,
    @Nullable String kind,
    @Nullable List<String> of,
    @Nullable List<String> requires,
    @Nullable List<String> askers) {

  /**
   * Kinds of those that work on cases; the Department has each anyway, the Ministry and the City
   * only receive reports.
   */
  private static final Set<String> AGENCIES =
      Set.of("POLICE", "CUSTOMS", "TRADE", "MARKET_SURVEILLANCE", "TAX", "BORDER_GUARD");

  public Code {
    Objects.requireNonNull(code, "code");
  }

  /** Whether this field must come with it. */
  public boolean needs(String field) {
    return requires != null && requires.contains(field);
  }

  /** Whether it is an authority that works on cases, the Department not among them. */
  public boolean isAgency() {
    return kind != null && AGENCIES.contains(kind);
  }
}
