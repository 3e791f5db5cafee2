package vn.phoihop.platform.inbox;

import java.util.List;

/** A door for the facts of a topic; each bean of this kind has its topic read for it. */
public interface EventConsumer {

  /** The name under which events count as taken, {@code incident.liaison}; never changes. */
  String name();

  /** {@code phoihop.liaison}. */
  String topic();

  /**
   * Takes a batch, which is not empty, as SYSTEM and inside the transaction of its inbox rows, but
   * for what is {@link #isOnceByItself once by itself}; ignores types that it does not know. What
   * it throws undoes the batch.
   */
  void take(EventBatch batch);

  /** Whether a type is anything to it; what is nothing to it costs no inbox row. */
  default boolean hears(String type) {
    return true;
  }

  /**
   * Whether {@link #take} sends one statement about these events, by {@link EventBatch#send}, which
   * leaves alone what was done before, and does nothing more. Nothing else is needed then: neither
   * inbox rows nor a transaction around it.
   */
  default boolean isOnceByItself(List<ReceivedEvent> events) {
    return false;
  }

  /** Whether nobody waits for the effect: what comes within 250 ms then comes at once. */
  default boolean canWait() {
    return false;
  }
}
