package vn.phoihop.liaison.contact;

import jakarta.inject.Singleton;
import vn.phoihop.platform.inbox.EventBatch;
import vn.phoihop.platform.inbox.EventConsumer;

@Singleton
class ContactEventsConsumer implements EventConsumer {

  private final ReachabilityService service;

  ContactEventsConsumer(ReachabilityService service) {
    this.service = service;
  }

  @Override
  public String name() {
    return "liaison.notification";
  }

  @Override
  public String topic() {
    return "phoihop.notification";
  }

  /** Deliveries are many, and nothing to us. */
  @Override
  public boolean hears(String type) {
    return !type.startsWith("delivery.");
  }

  @Override
  public boolean canWait() {
    return true;
  }

  @Override
  public void take(EventBatch batch) {
    service.take(batch.fresh());
  }
}
