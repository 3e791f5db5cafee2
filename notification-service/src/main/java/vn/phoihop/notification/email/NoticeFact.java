package vn.phoihop.notification.email;

import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An event of another service, as far as a notice may speak of it.
 *
 * @param receiptNumber of an incident
 * @param number of an information request
 * @param period that a report is owed for
 * @param level of a reminder
 * @param priority of an information request
 * @param severity of an incident
 */
record NoticeFact(
    UUID id,
    @Nullable UUID enterpriseId,
    @Nullable String receiptNumber,
    @Nullable String number,
    @Nullable String period,
    @Nullable String level,
    @Nullable String priority,
    @Nullable String severity) {

  NoticeFact {
    Objects.requireNonNull(id, "id");
  }

  /** What a person finds the matter by; a designation has only its id. */
  String reference() {
    return Stream.of(receiptNumber, number, period)
        .filter(Objects::nonNull)
        .findFirst()
        .orElseGet(id::toString);
  }

  boolean isEmergency() {
    return "EMERGENCY".equals(priority);
  }

  boolean isUrgent() {
    return isEmergency() || "URGENT".equals(priority) || "CRITICAL".equals(severity);
  }
}
