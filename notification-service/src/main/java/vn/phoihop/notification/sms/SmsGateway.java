package vn.phoihop.notification.sms;

import java.util.UUID;

/** Whoever carries short messages. Never called inside a transaction. */
public interface SmsGateway {

  enum Answer {
    TAKEN,
    /** This message to this number is refused for good. */
    REFUSED,
    /** The gateway is away, or does not take it now, or does not know us. */
    DEFERRED
  }

  /** Whether there is one. */
  boolean isOn();

  /**
   * Sends one message.
   *
   * @param id the same on every attempt
   * @param phone E.164, +84912345678
   */
  Answer send(UUID id, String phone, String text);
}
