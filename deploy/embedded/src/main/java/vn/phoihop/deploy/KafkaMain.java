package vn.phoihop.deploy;

import java.util.List;
import kafka.Kafka;
import kafka.tools.StorageTool;

/** The broker's own JVM: formats the log folder where it is new, then is Kafka. */
final class KafkaMain {
  /** Names the cluster, not the machine; every embedded stack has a folder of its own. */
  private static final String CLUSTER_ID = "cGhvaWhvcC1lbWJlZGRlZA";

  private KafkaMain() {}

  public static void main(String[] arguments) {
    String configuration = arguments[0];
    List<String> format =
        List.of("format", "--ignore-formatted", "-t", CLUSTER_ID, "-c", configuration);
    int status = StorageTool.execute(format.toArray(String[]::new), System.out);
    if (status != 0) {
      System.exit(status);
    }
    Kafka.main(arguments);
  }
}
