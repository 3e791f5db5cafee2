package vn.phoihop.notification.event;

import jakarta.inject.Singleton;

@Singleton
class ReportingEventsConsumer extends TellingConsumer {

  ReportingEventsConsumer(TellService service) {
    super(service);
  }

  @Override
  public String topic() {
    return "phoihop.reporting";
  }
}
