package vn.phoihop.notification.delivery;

import java.util.List;
import java.util.UUID;

/**
 * A delivery that this instance may send until its lease ends.
 *
 * @param token proves, when the attempt is over, that the lease was not lost to somebody else
 * @param n the attempt's number
 * @param tries the attempt's place in the schedule
 * @param sealedKeys the secrets to sign with, encrypted
 * @param terms how the subscription wants to be called
 * @param sendBefore {@link System#nanoTime()} after which an attempt might outlive the lease
 */
record Claimed(
    UUID id,
    UUID token,
    int n,
    int tries,
    UUID subscriptionId,
    String party,
    String url,
    List<byte[]> sealedKeys,
    Terms terms,
    UUID eventId,
    String eventType,
    byte[] body,
    long sendBefore) {}
