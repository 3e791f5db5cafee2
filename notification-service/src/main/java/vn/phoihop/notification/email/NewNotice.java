package vn.phoihop.notification.email;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A notice to be queued.
 *
 * @param eventId what makes it one: the same again queues nothing
 * @param enterpriseId that it is about; null where it is about an authority
 * @param about an event: whoever has been told of it by another notice is not told again
 */
record NewNotice(
    UUID eventId,
    NoticeKind kind,
    Addressee addressee,
    Channel channel,
    @Nullable UUID enterpriseId,
    @Nullable String authority,
    UUID objectId,
    String reference,
    boolean urgent,
    UUID about) {

  NewNotice(
      UUID eventId,
      NoticeKind kind,
      Addressee addressee,
      Channel channel,
      UUID enterpriseId,
      UUID objectId,
      String reference,
      boolean urgent) {
    this(
        eventId,
        kind,
        addressee,
        channel,
        enterpriseId,
        null,
        objectId,
        reference,
        urgent,
        eventId);
  }
}
