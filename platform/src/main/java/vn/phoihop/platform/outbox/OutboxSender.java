package vn.phoihop.platform.outbox;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sends rows as CloudEvents 1.0 in binary mode (Kafka protocol binding §3.2), key = aggregate id.
 */
final class OutboxSender {

  private static final Logger LOG = Logger.getLogger(OutboxSender.class);

  private final KafkaProducer<String, byte[]> producer;
  private final String source;

  OutboxSender(KafkaProducer<String, byte[]> producer, String source) {
    this.producer = producer;
    this.source = source;
  }

  /**
   * What became of a batch; a row in neither list is sent again.
   *
   * @param sent rows that the broker acknowledged
   * @param refused rows that it will never take
   */
  record Result(List<OutboxTable.Row> sent, List<OutboxTable.Row> refused) {
    static final Result NOTHING = new Result(List.of(), List.of());
  }

  Result send(List<OutboxTable.Row> rows) {
    List<Future<RecordMetadata>> acknowledgements = new ArrayList<>();
    for (OutboxTable.Row row : rows) {
      Future<RecordMetadata> acknowledgement = producer.send(record(row));
      acknowledgements.add(acknowledgement);
      // A broker that cannot be reached fails a send only after max.block.ms: do not wait that long
      // for each row.
      if (acknowledgement.isDone() && fault(acknowledgement) instanceof TimeoutException) {
        break;
      }
    }
    producer.flush();
    List<OutboxTable.Row> sent = new ArrayList<>();
    List<OutboxTable.Row> refused = new ArrayList<>();
    // Once one event of an aggregate failed, its later ones count as failed too: they go again, in
    // order.
    Set<UUID> held = new HashSet<>();
    for (int i = 0; i < acknowledgements.size(); i++) {
      OutboxTable.Row row = rows.get(i);
      Throwable fault = fault(acknowledgements.get(i));
      if (fault == null && !held.contains(row.aggregateId())) {
        sent.add(row);
      } else {
        held.add(row.aggregateId());
        if (fault instanceof RecordTooLargeException) {
          LOG.errorf("event %s is refused by the broker: too large", row.id());
          refused.add(row);
        } else if (fault != null) {
          LOG.warnf("event %s is sent again: %s", row.id(), fault.getClass().getSimpleName());
        }
      }
    }
    return new Result(sent, refused);
  }

  private static @Nullable Throwable fault(Future<RecordMetadata> ack) {
    try {
      ack.get();
      return null;
    } catch (ExecutionException e) {
      return e.getCause();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return e;
    }
  }

  private ProducerRecord<String, byte[]> record(OutboxTable.Row row) {
    ProducerRecord<String, byte[]> record =
        new ProducerRecord<>(
            row.topic(),
            row.aggregateId().toString(),
            row.payload() == null ? null : row.payload().getBytes(StandardCharsets.UTF_8));
    header(record, "ce_specversion", "1.0");
    header(record, "ce_id", row.id().toString());
    header(record, "ce_source", source);
    header(record, "ce_type", "vn.phoihop." + row.type() + ".v1");
    header(record, "ce_subject", row.aggregateId().toString());
    header(record, "ce_time", row.occurredAt().toString());
    header(record, "ce_dataschema", "urn:phoihop:schema:" + row.type() + ":v1");
    header(record, "content-type", "application/json");
    return record;
  }

  private static void header(ProducerRecord<String, byte[]> record, String name, String value) {
    record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
  }
}
