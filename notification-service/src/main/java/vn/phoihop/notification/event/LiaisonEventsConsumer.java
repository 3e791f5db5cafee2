package vn.phoihop.notification.event;

import jakarta.inject.Singleton;

@Singleton
class LiaisonEventsConsumer extends TellingConsumer {

  LiaisonEventsConsumer(TellService service) {
    super(service);
  }

  @Override
  public String topic() {
    return "phoihop.liaison";
  }
}
