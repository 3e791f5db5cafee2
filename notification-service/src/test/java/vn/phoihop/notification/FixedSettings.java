package vn.phoihop.notification;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.phoihop.notification.address.Cidr;
import vn.phoihop.notification.address.WebhookSettings;

/** An operator's decisions, as a test takes them. */
public record FixedSettings(
    Optional<Set<String>> allowedHosts,
    Map<String, List<Cidr>> privateNetworks,
    Duration timeout,
    Duration lease,
    Duration longestWait,
    int maxInFlight,
    int mostInFlight,
    int mostPerSecond,
    int maxSubscriptions,
    boolean handshake,
    String origin,
    Optional<Path> caFile)
    implements WebhookSettings {

  public static FixedSettings addresses(Set<String> hosts, Map<String, List<Cidr>> networks) {
    return new FixedSettings(
        Optional.of(hosts),
        networks,
        Duration.ofSeconds(15),
        Duration.ofSeconds(90),
        Duration.ofHours(24),
        4,
        32,
        1000,
        100,
        false,
        "phoihop.test",
        Optional.empty());
  }

  public static FixedSettings calls(Duration timeout, Optional<Path> caFile) {
    return new FixedSettings(
        Optional.empty(),
        Map.of(),
        timeout,
        Duration.ofSeconds(90),
        Duration.ofHours(24),
        4,
        32,
        1000,
        100,
        false,
        "phoihop.test",
        caFile);
  }
}
