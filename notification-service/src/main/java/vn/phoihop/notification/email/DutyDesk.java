package vn.phoihop.notification.email;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Where authorities are alerted by mail, if they say where; events tell them in any case. */
@ApplicationScoped
class DutyDesk {

  private final Optional<String> department;
  private final Map<String, String> others;

  DutyDesk(
      @ConfigProperty(name = "phoihop.department.email") Optional<String> department,
      @ConfigProperty(name = "phoihop.authority.email") Optional<Map<String, String>> others) {
    this.department = department;
    this.others = others.orElse(Map.of());
  }

  /** The Department's. */
  Optional<String> address() {
    return department;
  }

  /** Another authority's. */
  Optional<String> address(@Nullable String authority) {
    // An environment variable names it in small letters.
    return Optional.ofNullable(authority)
        .map(code -> others.getOrDefault(code, others.get(code.toLowerCase(Locale.ROOT))));
  }
}
