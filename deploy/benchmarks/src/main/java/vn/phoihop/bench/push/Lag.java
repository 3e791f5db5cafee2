package vn.phoihop.bench.push;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import vn.phoihop.bench.stack.BenchStack;
import vn.phoihop.bench.stack.Pause;
import vn.phoihop.deploy.Failure;
import vn.phoihop.deploy.Port;

/** What earlier rows left to do: facts of incidents that the other services have not read yet. */
final class Lag {

  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final String TOPIC = "phoihop.incident";

  private Lag() {}

  static void awaitNone(BenchStack stack) {
    String broker = "127.0.0.1:" + stack.settings().port(Port.KAFKA);
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker))) {
      for (String group : new String[] {"notification.incident", "reporting.incident"}) {
        Pause.until("facts read by " + group, PATIENCE, 1_000, () -> of(admin, group) == 0);
      }
    }
  }

  private static long of(Admin admin, String group) {
    try {
      Map<TopicPartition, OffsetAndMetadata> read =
          admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
      read.keySet().removeIf(partition -> !partition.topic().equals(TOPIC));
      Map<TopicPartition, ListOffsetsResultInfo> ends =
          admin
              .listOffsets(
                  read.keySet().stream()
                      .collect(Collectors.toMap(p -> p, p -> OffsetSpec.latest())))
              .all()
              .get();
      return read.entrySet().stream()
          .mapToLong(
              e -> {
                ListOffsetsResultInfo end = ends.get(e.getKey());
                return end == null ? 0 : end.offset() - e.getValue().offset();
              })
          .sum();
    } catch (ExecutionException e) {
      throw new Failure("Kafka does not tell offsets: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure("interrupted", e);
    }
  }
}
