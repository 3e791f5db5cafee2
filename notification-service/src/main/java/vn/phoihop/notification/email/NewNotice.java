package vn.phoihop.notification.email;

import java.util.UUID;

/** A notice to be queued. */
record NewNotice(
    UUID eventId,
    NoticeKind kind,
    Addressee addressee,
    Channel channel,
    UUID enterpriseId,
    UUID objectId,
    String reference,
    boolean urgent) {}
