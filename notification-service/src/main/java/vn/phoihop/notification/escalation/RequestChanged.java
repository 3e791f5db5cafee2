package vn.phoihop.notification.escalation;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** Our record of incident-service's request.* events. */
record RequestChanged(
    UUID id, UUID enterpriseId, String number, String priority, String state, Instant issuedAt) {

  RequestChanged {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(enterpriseId, "enterpriseId");
    Objects.requireNonNull(number, "number");
    Objects.requireNonNull(priority, "priority");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(issuedAt, "issuedAt");
  }

  boolean waitsForTheEnterprise() {
    return state.equals("ISSUED");
  }
}
