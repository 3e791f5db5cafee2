package vn.phoihop.incident.request;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A longer time to answer.
 *
 * @param until what was asked for last
 */
@Embeddable
record Extension(
    @Enumerated(EnumType.STRING) @Column(name = "extension") ExtensionState state,
    @Column(name = "extension_until") @Nullable Instant until) {

  static Extension none() {
    return new Extension(ExtensionState.NONE, null);
  }

  Extension asked(Instant longer) {
    return new Extension(ExtensionState.Move.ASK.apply(state), longer);
  }

  Extension moved(ExtensionState.Move move) {
    return new Extension(move.apply(state), until);
  }
}
