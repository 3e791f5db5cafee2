package vn.phoihop.notification.delivery;

/** An owner has asked for a resend; the queue is looked at once that has committed. */
record ResendAsked() {}
