package vn.phoihop.notification.email;

import java.time.Duration;
import java.util.UUID;

/**
 * A notice that this instance may send until its lease ends.
 *
 * @param token proves that the lease was not lost to somebody else
 * @param attempts with this one
 * @param reference what the mail names: a receipt number, a request's number, a period, an id
 * @param age since the event was taken
 */
record Notice(
    UUID id,
    UUID token,
    NoticeKind kind,
    Addressee addressee,
    UUID enterpriseId,
    UUID objectId,
    String reference,
    int attempts,
    Duration age) {}
