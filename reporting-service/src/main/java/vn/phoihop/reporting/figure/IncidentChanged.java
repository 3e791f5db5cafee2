package vn.phoihop.reporting.figure;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * incident-service's {@code incident.*}: what we keep of an incident after each of its changes.
 *
 * @param lead the agency that leads; there is one from the first referral on
 */
record IncidentChanged(
    UUID id,
    UUID enterpriseId,
    String state,
    long sequence,
    Instant receivedAt,
    List<String> violationTypes,
    @Nullable Long estimatedDamageVnd,
    @Nullable String lead) {

  IncidentChanged {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(enterpriseId, "enterpriseId");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(receivedAt, "receivedAt");
    violationTypes = violationTypes.stream().distinct().toList();
  }

  boolean referred() {
    return lead != null;
  }

  long damageVnd() {
    return Objects.requireNonNullElse(estimatedDamageVnd, 0L);
  }
}
