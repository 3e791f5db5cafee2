package vn.phoihop.reporting.reference;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Objects;

/**
 * liaison's {@code reference.published}: a list whole.
 *
 * @param version counts the publications of the list; the highest that is valid counts
 */
public record ReferencePublished(String list, long version, LocalDate validFrom, JsonNode items) {

  public ReferencePublished {
    Objects.requireNonNull(list, "list");
    Objects.requireNonNull(validFrom, "validFrom");
    Objects.requireNonNull(items, "items");
  }
}
