package vn.phoihop.notification.contact;

import jakarta.enterprise.context.ApplicationScoped;
import vn.phoihop.platform.inbox.EventBatch;
import vn.phoihop.platform.inbox.EventConsumer;

@ApplicationScoped
class ContactEventsConsumer implements EventConsumer {

  private final ContactService service;

  ContactEventsConsumer(ContactService service) {
    this.service = service;
  }

  @Override
  public String name() {
    return "notification.contacts";
  }

  @Override
  public String topic() {
    return "phoihop.liaison.contacts";
  }

  @Override
  public void take(EventBatch batch) {
    service.take(batch.fresh());
  }
}
