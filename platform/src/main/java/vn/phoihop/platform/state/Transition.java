package vn.phoihop.platform.state;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * One named move of a state machine; implemented by an enum that is the machine's whole table.
 *
 * @param <S> the enum of states
 */
public interface Transition<S extends Enum<S>> {

  /** The last segment of {@code POST …/{id}/<verb>}. */
  String verb();

  Set<S> from();

  S to();

  /** Who may make it: roles of callers, or "system". */
  Set<String> sides();

  /**
   * The state after this move.
   *
   * @throws ForbiddenTransition where the move does not start at {@code current}
   */
  default S apply(S current) {
    if (!from().contains(current)) {
      throw new ForbiddenTransition(current.name(), verb(), allowedFrom(current));
    }
    return to();
  }

  private List<String> allowedFrom(S current) {
    return Arrays.stream(((Enum<?>) this).getDeclaringClass().getEnumConstants())
        .map(move -> (Transition<?>) move)
        .filter(move -> move.from().contains(current))
        .map(Transition::verb)
        .distinct()
        .sorted()
        .toList();
  }
}
