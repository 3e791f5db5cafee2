package vn.phoihop.deploy;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** One Kafka broker that is its own controller (KRaft), its log on disk. */
final class KafkaPart extends Part {
  private static final int TIMEOUT = 5_000;
  private final Path folder;

  KafkaPart(Settings settings) {
    super(settings, "kafka");
    this.folder = settings.data().resolve("kafka");
  }

  @Override
  List<Port> ports() {
    return List.of(Port.KAFKA, Port.KAFKA_CONTROLLER);
  }

  @Override
  void launch() {
    daemon.start(
        Java.own(384, KafkaMain.class, writeConfiguration().toString()),
        Map.of("KAFKA_HEAP_OPTS", ""));
  }

  private Path writeConfiguration() {
    String broker = bootstrap();
    String controller = "127.0.0.1:" + settings.port(Port.KAFKA_CONTROLLER);
    Properties properties = new Properties();
    properties.putAll(
        Map.ofEntries(
            Map.entry("process.roles", "broker,controller"),
            Map.entry("node.id", "1"),
            Map.entry("controller.quorum.voters", "1@" + controller),
            Map.entry("controller.listener.names", "CONTROLLER"),
            Map.entry("inter.broker.listener.name", "BROKER"),
            Map.entry("listeners", "BROKER://" + broker + ",CONTROLLER://" + controller),
            Map.entry("advertised.listeners", "BROKER://" + broker),
            Map.entry("listener.security.protocol.map", "BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT"),
            Map.entry("log.dirs", folder.resolve("data").toString()),
            Map.entry("auto.create.topics.enable", "false"),
            Map.entry("default.replication.factor", "1"),
            Map.entry("offsets.topic.replication.factor", "1"),
            Map.entry("offsets.topic.num.partitions", "6"),
            // A stack that was switched off for a while must not begin again at the first event.
            Map.entry(
                "offsets.retention.minutes", Long.toString(Duration.ofDays(3650).toMinutes())),
            Map.entry("transaction.state.log.replication.factor", "1"),
            Map.entry("transaction.state.log.min.isr", "1"),
            Map.entry("transaction.state.log.num.partitions", "6"),
            // A broker that was killed is let in again only when its former session has run out.
            Map.entry("broker.session.timeout.ms", "4000"),
            Map.entry("broker.heartbeat.interval.ms", "1000"),
            Map.entry("group.initial.rebalance.delay.ms", "0"),
            Map.entry("log.index.size.max.bytes", "1048576")));
    Path file = folder.resolve("server.properties");
    Folders.createPrivate(folder);
    try (Writer writer = Files.newBufferedWriter(file)) {
      properties.store(writer, "written by deploy/up at every start");
      return file;
    } catch (IOException e) {
      throw new Failure("cannot write " + file, e);
    }
  }

  @Override
  boolean answers() throws Exception {
    if (PortCheck.isFree(settings.port(Port.KAFKA))) {
      return false; // a client that finds nobody waits long
    }
    try (Admin admin = admin()) {
      return !admin.describeCluster().nodes().get(TIMEOUT, TimeUnit.MILLISECONDS).isEmpty();
    }
  }

  @Override
  void furnish() {
    try (Admin admin = admin()) {
      Topics.create(admin);
    } catch (ExecutionException | TimeoutException e) {
      throw new Failure("cannot create the topics: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Admin admin() {
    return Admin.create(
        Map.of(
            AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap(),
            AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT,
            AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT));
  }

  String bootstrap() {
    return "127.0.0.1:" + settings.port(Port.KAFKA);
  }

  @Override
  String address() {
    return bootstrap();
  }
}
