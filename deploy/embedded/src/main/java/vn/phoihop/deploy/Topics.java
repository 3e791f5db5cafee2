package vn.phoihop.deploy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** The topics that the services expect and never create: with replication 1 on one machine. */
final class Topics {
  private static final int PARTITIONS = 6;
  private static final short REPLICATION = 1;

  private Topics() {}

  static List<NewTopic> all() {
    List<NewTopic> topics = new ArrayList<>();
    // Facts are kept for good: a new service, or a rebuilt read model, reads them from the start.
    for (String name : List.of("liaison", "incident", "reporting", "notification")) {
      topics.add(topic("phoihop." + name, PARTITIONS, Map.of("retention.ms", "-1")));
    }
    topics.add(topic("phoihop.liaison.contacts", PARTITIONS, Map.of("cleanup.policy", "compact")));
    return topics;
  }

  private static NewTopic topic(String name, int partitions, Map<String, String> configuration) {
    return new NewTopic(name, partitions, REPLICATION).configs(configuration);
  }

  static void create(Admin admin)
      throws ExecutionException, InterruptedException, TimeoutException {
    Set<String> existing = admin.listTopics().names().get(10, TimeUnit.SECONDS);
    List<NewTopic> missing =
        all().stream().filter(topic -> !existing.contains(topic.name())).toList();
    admin.createTopics(missing).all().get(30, TimeUnit.SECONDS);
  }
}
