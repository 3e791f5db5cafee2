package vn.phoihop.notification.subscription;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an attempt says against a receiver.
 *
 * @param url the one that was called; the subscription may have moved since
 * @param failed false where it took the event, and wants no more
 * @param inARow whether the same delivery has now failed {@value #IN_A_ROW} times
 * @param disables set where the answer says that it is not to be called any more at all
 */
public record Failure(
    UUID subscriptionId,
    String url,
    boolean failed,
    boolean inARow,
    @Nullable DisabledReason disables) {

  /** After so many failed attempts at one delivery the owner is told. */
  public static final int IN_A_ROW = 4;
}
