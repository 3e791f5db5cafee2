package vn.phoihop.platform.inbox;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * How far each partition is taken. Kafka is told now and then, and when a partition goes to another
 * instance; what it was not told comes again, and the inbox knows it.
 */
final class TakenOffsets implements ConsumerRebalanceListener {

  private static final Logger LOG = Logger.getLogger(TakenOffsets.class);
  private static final Duration EVERY = Duration.ofSeconds(5);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Consumer<String, byte[]> kafka;
  private final Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
  private long told = System.nanoTime();

  TakenOffsets(Consumer<String, byte[]> kafka) {
    this.kafka = kafka;
  }

  void add(Map<TopicPartition, OffsetAndMetadata> next) {
    offsets.putAll(next);
  }

  /** Waits for no answer: an offset that is lost is told again with the next one. */
  void commitNowAndThen() {
    if (!offsets.isEmpty() && System.nanoTime() - told >= EVERY.toNanos()) {
      told = System.nanoTime();
      kafka.commitAsync(new HashMap<>(offsets), null);
      offsets.clear();
    }
  }

  void commit() {
    commit(new HashMap<>(offsets));
    offsets.clear();
  }

  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
    // Kafka knows where each begins.
  }

  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
    Map<TopicPartition, OffsetAndMetadata> leaving = new HashMap<>(offsets);
    leaving.keySet().retainAll(partitions);
    commit(leaving);
    offsets.keySet().removeAll(partitions);
  }

  @Override
  public void onPartitionsLost(Collection<TopicPartition> partitions) {
    offsets.keySet().removeAll(partitions);
  }

  private void commit(Map<TopicPartition, OffsetAndMetadata> some) {
    if (some.isEmpty()) {
      return;
    }
    try {
      kafka.commitSync(some, PATIENCE);
    } catch (KafkaException e) {
      LOG.infof("taken offsets are not told, their events come again: %s", e.getMessage());
    }
  }
}
