package vn.phoihop.reporting.figure;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** incident-service's {@code measure.*}: what we keep of a measure. */
record MeasureChanged(
    UUID id,
    UUID enterpriseId,
    String state,
    long sequence,
    Instant startedAt,
    @Nullable UUID incidentId,
    @Nullable Effect effect) {

  MeasureChanged {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(enterpriseId, "enterpriseId");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(startedAt, "startedAt");
  }

  long preventedVnd() {
    return effect == null ? 0 : Objects.requireNonNullElse(effect.preventedVnd(), 0L);
  }

  /** What it achieved, once ended. */
  record Effect(@Nullable Long preventedVnd) {}
}
