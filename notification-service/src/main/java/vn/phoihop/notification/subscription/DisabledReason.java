package vn.phoihop.notification.subscription;

/** Why a receiver is not called any more. */
public enum DisabledReason {
  /** It answered 410. */
  GONE,
  /** It answered {@code webhook-delivery: disable}. */
  DISABLED_BY_RECEIVER,
  /** It has failed for five days, without one success. */
  FAILING
}
