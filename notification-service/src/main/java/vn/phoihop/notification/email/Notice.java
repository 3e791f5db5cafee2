package vn.phoihop.notification.email;

import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A notice that this instance may send until its lease ends.
 *
 * @param token proves that the lease was not lost to somebody else
 * @param personId to whom it went last, or must go
 * @param reference what it names: a receipt number, a request's number, a period, an id
 * @param urgent neither quiet hours nor a digest hold it back
 * @param attempts with this one
 * @param age since the event was taken
 */
record Notice(
    UUID id,
    UUID token,
    UUID eventId,
    NoticeKind kind,
    Addressee addressee,
    Channel channel,
    @Nullable UUID personId,
    UUID enterpriseId,
    UUID objectId,
    String reference,
    boolean urgent,
    int attempts,
    Duration age) {

  boolean isDigest() {
    return kind == NoticeKind.DIGEST;
  }
}
