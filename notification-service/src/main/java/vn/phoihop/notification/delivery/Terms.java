package vn.phoihop.notification.delivery;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.phoihop.notification.subscription.SignatureScheme;

/**
 * How a subscription wants to be called.
 *
 * @param maxInFlight at the same time; null: the operator's default
 * @param ratePerSecond null: no limit
 * @param handshake whether the receiver has agreed to calls from our origin
 * @param inOrder whether the next of an object waits for the end of the one before
 */
record Terms(
    Set<SignatureScheme> signatures,
    @Nullable Integer maxInFlight,
    @Nullable Integer ratePerSecond,
    boolean handshake,
    boolean inOrder) {}
