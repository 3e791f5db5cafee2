package vn.phoihop.notification.contact;

import java.util.UUID;

/** Somebody to write to, at this moment. */
public record Recipient(UUID personId, String email) {}
