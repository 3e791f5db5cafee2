package vn.phoihop.notification.email;

import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A notice that this instance may send until its lease ends.
 *
 * @param token proves that the lease was not lost to somebody else
 * @param personId to whom it went last, or must go
 * @param enterpriseId null where it is about an authority
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
    @Nullable UUID enterpriseId,
    @Nullable String authority,
    UUID objectId,
    String reference,
    boolean urgent,
    int attempts,
    Duration age) {

  /** Of a notice to people of an enterprise. */
  UUID enterprise() {
    return Objects.requireNonNull(enterpriseId, "a desk's notice is about no enterprise's people");
  }

  boolean isDigest() {
    return kind == NoticeKind.DIGEST;
  }
}
