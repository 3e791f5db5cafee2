package vn.phoihop.incident.measure;

import java.util.EnumSet;
import java.util.Set;
import vn.phoihop.platform.identity.Roles;
import vn.phoihop.platform.state.Transition;

/** The life of a measure (domain.md §6.2). */
enum MeasureState {
  PLANNED,
  ACTIVE,
  ENDED,
  REVERSED;

  private static final String SYSTEM = "system";

  /** Every move. Those that share a verb differ in where they start. */
  enum Move implements Transition<MeasureState> {
    START("start", Set.of(PLANNED), ACTIVE, Roles.ENTERPRISE, SYSTEM),
    REVIEW("review", Set.of(ACTIVE), ACTIVE, Roles.ENTERPRISE),
    RATIFY_ACTIVE("ratify", Set.of(ACTIVE), ACTIVE, Roles.ENTERPRISE),
    RATIFY_ENDED("ratify", Set.of(ENDED), ENDED, Roles.ENTERPRISE),
    END("end", Set.of(ACTIVE), ENDED, Roles.ENTERPRISE),
    REVERSE("reverse", EnumSet.of(PLANNED, ACTIVE, ENDED), REVERSED, Roles.ENTERPRISE);

    private final String verb;
    private final Set<MeasureState> from;
    private final MeasureState to;
    private final Set<String> sides;

    Move(String verb, Set<MeasureState> from, MeasureState to, String... sides) {
      this.verb = verb;
      this.from = from;
      this.to = to;
      this.sides = Set.of(sides);
    }

    @Override
    public String verb() {
      return verb;
    }

    @Override
    public Set<MeasureState> from() {
      return from;
    }

    @Override
    public MeasureState to() {
      return to;
    }

    @Override
    public Set<String> sides() {
      return sides;
    }
  }
}
