package vn.phoihop.reporting.enterprise;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** liaison's {@code enterprise.*}: what we keep of an enterprise after each of its changes. */
record EnterpriseChanged(
    UUID id,
    String taxCode,
    String name,
    List<String> sectors,
    String state,
    long sequence,
    Instant occurredAt) {

  EnterpriseChanged {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(taxCode, "taxCode");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(occurredAt, "occurredAt");
    sectors = List.copyOf(sectors);
  }
}
