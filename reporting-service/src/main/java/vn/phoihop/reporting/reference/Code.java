package vn.phoihop.reporting.reference;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a code list.
 *
 * @param vi its label
 * @param of what a return reason is for (INCIDENT, REPORT …); null where the list does not say
 */
public record Code(String code, @Nullable String vi, @Nullable List<String> of) {

  public Code {
    Objects.requireNonNull(code, "code");
  }
}
