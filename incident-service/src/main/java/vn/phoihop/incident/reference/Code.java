package vn.phoihop.incident.reference;

import java.util.List;
import java.util.Objects;
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

  public Code {
    Objects.requireNonNull(code, "code");
  }

  /** Whether this field must come with it. */
  public boolean needs(String field) {
    return requires != null && requires.contains(field);
  }
}
