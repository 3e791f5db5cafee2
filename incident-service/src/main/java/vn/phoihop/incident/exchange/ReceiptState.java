package vn.phoihop.incident.exchange;

import java.util.EnumSet;
import java.util.Set;
import vn.phoihop.platform.state.Transition;

/** How far a recipient has come with a version of an exchange. */
enum ReceiptState {
  DELIVERED,
  READ,
  ACKNOWLEDGED,
  RECALL_CONFIRMED;

  private static final String RECIPIENT = "recipient";

  /** Every move; a recipient may change its mind about what it did. */
  enum Move implements Transition<ReceiptState> {
    READ("read", EnumSet.of(DELIVERED), ReceiptState.READ),
    ACKNOWLEDGE(
        "acknowledge", EnumSet.of(DELIVERED, ReceiptState.READ, ACKNOWLEDGED), ACKNOWLEDGED),
    CONFIRM_RECALL(
        "confirm-recall", EnumSet.of(DELIVERED, ReceiptState.READ, ACKNOWLEDGED), RECALL_CONFIRMED);

    private final String verb;
    private final Set<ReceiptState> from;
    private final ReceiptState to;

    Move(String verb, Set<ReceiptState> from, ReceiptState to) {
      this.verb = verb;
      this.from = from;
      this.to = to;
    }

    @Override
    public String verb() {
      return verb;
    }

    @Override
    public Set<ReceiptState> from() {
      return from;
    }

    @Override
    public ReceiptState to() {
      return to;
    }

    @Override
    public Set<String> sides() {
      return Set.of(RECIPIENT);
    }
  }
}
