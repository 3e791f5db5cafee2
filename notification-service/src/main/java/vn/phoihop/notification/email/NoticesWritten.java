package vn.phoihop.notification.email;

/** There are notices to send, once the transaction has committed. */
record NoticesWritten() {}
