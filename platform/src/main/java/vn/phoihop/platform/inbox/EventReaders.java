package vn.phoihop.platform.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads for each consumer of the service, from its start to its end. */
@Singleton
class EventReaders {

  private final List<EventReader> readers;

  EventReaders(
      @All List<EventConsumer> consumers,
      EventInbox inbox,
      MeterRegistry metrics,
      @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers,
      @ConfigProperty(name = "quarkus.application.name") String service) {
    readers =
        consumers.stream()
            .map(
                consumer ->
                    new EventReader(
                        consumer,
                        inbox,
                        ConsumerSettings.of(consumer, service, bootstrapServers),
                        metrics))
            .toList();
  }

  void start(@Observes StartupEvent started) {
    readers.forEach(EventReader::start);
  }

  void stop(@Observes ShutdownEvent stopped) throws InterruptedException {
    readers.forEach(EventReader::stop);
    for (EventReader reader : readers) {
      reader.join();
    }
  }
}
