package vn.phoihop.notification.event;

import jakarta.inject.Singleton;

@Singleton
class IncidentEventsConsumer extends TellingConsumer {

  IncidentEventsConsumer(TellService service) {
    super(service);
  }

  @Override
  public String topic() {
    return "phoihop.incident";
  }
}
