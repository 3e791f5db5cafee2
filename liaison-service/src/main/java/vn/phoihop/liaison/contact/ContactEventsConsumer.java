package vn.phoihop.liaison.contact;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import vn.phoihop.platform.inbox.EventInbox;

@Singleton
class ContactEventsConsumer {

  private final EventInbox inbox;
  private final ReachabilityService service;

  ContactEventsConsumer(EventInbox inbox, ReachabilityService service) {
    this.inbox = inbox;
    this.service = service;
  }

  @Incoming("notification-events")
  Uni<Void> onNotification(ConsumerRecords<String, byte[]> records) {
    return inbox.consume("liaison.notification", aboutContacts(records), service::take);
  }

  /** Deliveries are many, and nothing to us: they cost no inbox row. */
  private static ConsumerRecords<String, byte[]> aboutContacts(
      ConsumerRecords<String, byte[]> records) {
    Map<TopicPartition, List<ConsumerRecord<String, byte[]>>> wanted = new HashMap<>();
    for (TopicPartition partition : records.partitions()) {
      wanted.put(
          partition,
          records.records(partition).stream().filter(record -> !isOfADelivery(record)).toList());
    }
    return new ConsumerRecords<>(wanted, records.nextOffsets());
  }

  private static boolean isOfADelivery(ConsumerRecord<String, byte[]> record) {
    Header type = record.headers().lastHeader("ce_type");
    return type != null
        && new String(type.value(), StandardCharsets.UTF_8).startsWith("vn.phoihop.delivery.");
  }
}
