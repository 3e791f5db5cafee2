package vn.phoihop.incident.exchange;

import java.util.EnumSet;
import java.util.Set;
import vn.phoihop.platform.state.Transition;

/** The life of an exchange (domain.md §6.2); the owner's side, whatever its role. */
enum ExchangeState {
  DRAFT,
  PUBLISHED,
  CORRECTED,
  RECALLED,
  EXPIRED;

  static final String OWNER = "owner";
  private static final String SYSTEM = "system";

  /** Its content is there for its recipients. */
  boolean isOpen() {
    return this == PUBLISHED || this == CORRECTED;
  }

  /** Every move. */
  enum Move implements Transition<ExchangeState> {
    EDIT("edit", EnumSet.of(DRAFT), DRAFT, OWNER),
    PUBLISH("publish", EnumSet.of(DRAFT), PUBLISHED, OWNER),
    CORRECT("correct", EnumSet.of(PUBLISHED, CORRECTED), CORRECTED, OWNER),
    RECALL("recall", EnumSet.of(PUBLISHED, CORRECTED, EXPIRED), RECALLED, OWNER),
    EXPIRE("expire", EnumSet.of(PUBLISHED, CORRECTED), EXPIRED, SYSTEM);

    private final String verb;
    private final Set<ExchangeState> from;
    private final ExchangeState to;
    private final String side;

    Move(String verb, Set<ExchangeState> from, ExchangeState to, String side) {
      this.verb = verb;
      this.from = from;
      this.to = to;
      this.side = side;
    }

    @Override
    public String verb() {
      return verb;
    }

    @Override
    public Set<ExchangeState> from() {
      return from;
    }

    @Override
    public ExchangeState to() {
      return to;
    }

    @Override
    public Set<String> sides() {
      return Set.of(side);
    }
  }
}
