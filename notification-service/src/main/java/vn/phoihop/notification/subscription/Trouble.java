package vn.phoihop.notification.subscription;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That a party's receiver fails, or is not called any more; fired in the transaction that finds it.
 *
 * @param disabled null: it is still called
 * @param sequence of the subscription
 */
public record Trouble(
    UUID subscriptionId, String party, @Nullable DisabledReason disabled, long sequence) {}
