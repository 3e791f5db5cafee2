package vn.phoihop.platform.inbox;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** A Kafka record and the CloudEvent in it; event is null where the record is none. */
record KafkaEvent(ConsumerRecord<String, byte[]> record, @Nullable ReceivedEvent event) {

  static KafkaEvent of(ConsumerRecord<String, byte[]> record) {
    return new KafkaEvent(record, parse(record));
  }

  private static @Nullable ReceivedEvent parse(ConsumerRecord<String, byte[]> record) {
    String id = header(record, "ce_id");
    String source = header(record, "ce_source");
    String type = header(record, "ce_type");
    String time = header(record, "ce_time");
    if (id == null || source == null || type == null || time == null || record.key() == null) {
      return null;
    }
    if (!type.startsWith("vn.phoihop.") || !type.endsWith(".v1")) {
      return null;
    }
    String shortType = type.substring("vn.phoihop.".length(), type.length() - ".v1".length());
    try {
      return new ReceivedEvent(
          UUID.fromString(id),
          source,
          shortType,
          record.key(),
          Instant.parse(time),
          record.value());
    } catch (IllegalArgumentException | DateTimeException e) {
      return null;
    }
  }

  Map<String, String> headers() {
    Map<String, String> headers = new LinkedHashMap<>();
    for (Header header : record.headers()) {
      headers.put(
          header.key(),
          header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8));
    }
    return headers;
  }

  private static @Nullable String header(ConsumerRecord<String, byte[]> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null || header.value() == null
        ? null
        : new String(header.value(), StandardCharsets.UTF_8);
  }
}
