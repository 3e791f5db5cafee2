package vn.phoihop.incident.indicator;

import java.util.Optional;
import java.util.Set;

/** A value in its one spelling, with what is odd about it. */
public record Normalised(String value, Set<Flag> flags) {

  static Optional<Normalised> of(String value) {
    return Optional.of(new Normalised(value, Set.of()));
  }

  static Optional<Normalised> of(String value, boolean fits, Flag otherwise) {
    return Optional.of(new Normalised(value, fits ? Set.of() : Set.of(otherwise)));
  }
}
