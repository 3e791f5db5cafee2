package vn.phoihop.reporting.consolidation;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import vn.phoihop.platform.identity.Roles;
import vn.phoihop.platform.state.ForbiddenTransition;
import vn.phoihop.platform.state.Transition;

/**
 * The life of a consolidated report (domain.md §6.3). SENT: somebody it was sent to has not
 * acknowledged it; ACKNOWLEDGED: all have to whom it was sent so far.
 */
enum ConsolidatedReportState {
  COLLECTING,
  FROZEN,
  SIGNED,
  SENT,
  ACKNOWLEDGED,
  SUPERSEDED;

  /** Signed, and not superseded: one at most in a period. */
  static final Set<ConsolidatedReportState> IN_FORCE = Set.of(SIGNED, SENT, ACKNOWLEDGED);

  /** Sections are written while it collects. */
  void requireCollecting() {
    if (this != COLLECTING) {
      throw new ForbiddenTransition(name(), "write", Move.verbsFrom(this));
    }
  }

  /** Only what is frozen has figures, lineage and a document. */
  void requireFrozen(String what) {
    if (this == COLLECTING) {
      throw new ForbiddenTransition(name(), what, Move.verbsFrom(this));
    }
  }

  enum Move implements Transition<ConsolidatedReportState> {
    FREEZE("freeze", Set.of(COLLECTING), FROZEN, Roles.DEPARTMENT),
    SIGN("sign", Set.of(FROZEN), SIGNED, Roles.DEPARTMENT),
    SEND("send", IN_FORCE, SENT, Roles.DEPARTMENT),
    /** Others have not acknowledged it yet. */
    ACKNOWLEDGE("acknowledge", Set.of(SENT), SENT, Roles.DEPARTMENT),
    ACKNOWLEDGE_LAST("acknowledge", Set.of(SENT), ACKNOWLEDGED, Roles.DEPARTMENT),
    /** Made by the signing of a later one of the period, in its transaction. */
    SUPERSEDE("supersede", IN_FORCE, SUPERSEDED, "system");

    private final String verb;
    private final Set<ConsolidatedReportState> from;
    private final ConsolidatedReportState to;
    private final String side;

    Move(String verb, Set<ConsolidatedReportState> from, ConsolidatedReportState to, String side) {
      this.verb = verb;
      this.from = from;
      this.to = to;
      this.side = side;
    }

    private static List<String> verbsFrom(ConsolidatedReportState state) {
      return Arrays.stream(values())
          .filter(move -> move.from.contains(state))
          .map(Move::verb)
          .distinct()
          .sorted()
          .toList();
    }

    @Override
    public String verb() {
      return verb;
    }

    @Override
    public Set<ConsolidatedReportState> from() {
      return from;
    }

    @Override
    public ConsolidatedReportState to() {
      return to;
    }

    @Override
    public Set<String> sides() {
      return Set.of(side);
    }
  }
}
