package vn.phoihop.platform.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import vn.phoihop.platform.problem.DatabaseFaults;

/**
 * Reads a topic for a consumer, on a thread that also takes what it reads: each hop to another
 * thread would cost an event as much as a call does. Whatever ends a client of Kafka's, another one
 * is opened.
 */
final class EventReader {

  private static final Logger LOG = Logger.getLogger(EventReader.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);
  private static final Duration CLOSE = Duration.ofSeconds(5);
  private static final Duration STOP = Duration.ofSeconds(15);

  private final EventConsumer consumer;
  private final EventInbox inbox;
  private final Map<String, Object> settings;
  private final MeterRegistry metrics;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Thread thread;
  private Duration pause = FIRST_PAUSE;

  EventReader(
      EventConsumer consumer,
      EventInbox inbox,
      Map<String, Object> settings,
      MeterRegistry metrics) {
    this.consumer = consumer;
    this.inbox = inbox;
    this.settings = settings;
    this.metrics = metrics;
    this.thread = new Thread(this::keepReading, "events-" + consumer.name());
    this.thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  void stop() {
    stopping.countDown();
  }

  /** What is under way is finished; what cannot be comes again. */
  void join() throws InterruptedException {
    thread.join(STOP.toMillis());
  }

  private void keepReading() {
    while (!isStopping()) {
      try {
        openAndRead();
      } catch (Exception | Error fault) {
        // An Error too: a topic that nobody reads any more would be missed by nobody.
        LOG.errorf(fault, "%s begins to read again", consumer.name());
        awaitStop(nextPause());
      }
    }
  }

  private void openAndRead() {
    KafkaConsumer<String, byte[]> kafka = new KafkaConsumer<>(settings);
    try (KafkaClientMetrics measures = new KafkaClientMetrics(kafka)) {
      measures.bindTo(metrics);
      read(kafka);
    } finally {
      kafka.close(CloseOptions.timeout(CLOSE));
    }
  }

  private void read(KafkaConsumer<String, byte[]> kafka) {
    TakenOffsets taken = new TakenOffsets(kafka);
    kafka.subscribe(List.of(consumer.topic()), taken);
    while (!isStopping()) {
      ConsumerRecords<String, byte[]> records = kafka.poll(POLL);
      if (!records.isEmpty()) {
        if (isTaken(records)) {
          taken.add(records.nextOffsets());
        } else {
          waitWith(kafka, records);
        }
      }
      taken.commitNowAndThen();
    }
    taken.commit();
  }

  private boolean isTaken(ConsumerRecords<String, byte[]> records) {
    try {
      inbox.take(consumer, records);
      pause = FIRST_PAUSE;
      return true;
    } catch (RuntimeException fault) {
      if (!DatabaseFaults.isTransient(fault)) {
        throw fault;
      }
      LOG.warnf(
          "%s waits for the database: %s", consumer.name(), EventInbox.rootOf(fault).getMessage());
      return false;
    }
  }

  /**
   * However long the database is away: the records go back, and polls that bring nothing keep the
   * place in the group.
   */
  private void waitWith(
      KafkaConsumer<String, byte[]> kafka, ConsumerRecords<String, byte[]> records) {
    putBack(kafka, records);
    long left = nextPause().toNanos();
    long end = System.nanoTime() + left;
    while (left > 0 && !isStopping()) {
      kafka.pause(kafka.assignment());
      // Only a partition that was given to us just now may bring something.
      putBack(kafka, kafka.poll(Duration.ofNanos(Math.min(left, POLL.toNanos()))));
      left = end - System.nanoTime();
    }
    kafka.resume(kafka.paused());
  }

  private static void putBack(
      KafkaConsumer<String, byte[]> kafka, ConsumerRecords<String, byte[]> records) {
    for (TopicPartition partition : records.partitions()) {
      if (kafka.assignment().contains(partition)) {
        kafka.seek(partition, records.records(partition).get(0).offset());
      }
    }
  }

  /** Longer from fault to fault, until something is taken. */
  private Duration nextPause() {
    Duration now = pause;
    pause = pause.compareTo(LONGEST_PAUSE.dividedBy(2)) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
    return now;
  }

  private boolean isStopping() {
    return stopping.getCount() == 0;
  }

  private void awaitStop(Duration longest) {
    try {
      stopping.await(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      stopping.countDown();
    }
  }
}
