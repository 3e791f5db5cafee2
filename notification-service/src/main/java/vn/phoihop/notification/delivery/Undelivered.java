package vn.phoihop.notification.delivery;

import java.util.List;
import java.util.UUID;

/**
 * Grave events that a party's webhooks cannot take at present; fired in the transaction that finds
 * them.
 */
public record Undelivered(List<Event> events) {

  /**
   * @param reference what a person finds the matter by: a receipt number or an id
   */
  public record Event(UUID id, String party, UUID objectId, String reference) {}
}
