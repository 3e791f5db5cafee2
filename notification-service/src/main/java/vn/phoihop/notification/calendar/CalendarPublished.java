package vn.phoihop.notification.calendar;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Objects;

/** Our record of liaison-service's reference.published. */
record CalendarPublished(String list, long version, LocalDate validFrom, JsonNode items) {

  CalendarPublished {
    Objects.requireNonNull(list, "list");
    Objects.requireNonNull(validFrom, "validFrom");
    Objects.requireNonNull(items, "items");
  }
}
