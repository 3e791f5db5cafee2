package vn.phoihop.reporting.consolidation;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When it was sent to a recipient, and when the recipient acknowledged it. */
@Embeddable
record Dispatch(Instant sentAt, @Nullable Instant acknowledgedAt) {

  boolean isAcknowledged() {
    return acknowledgedAt != null;
  }
}
