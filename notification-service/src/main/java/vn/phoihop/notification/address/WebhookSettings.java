package vn.phoihop.notification.address;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the operator decides about webhooks. */
@ConfigMapping(prefix = "phoihop.webhook")
public interface WebhookSettings {

  /** Hosts, by exact spelling, that may be called whatever their address, scheme and port. */
  Optional<Set<String>> allowedHosts();

  /** By party: the private networks in which its receivers may stand. */
  Map<String, List<Cidr>> privateNetworks();

  /** From the start of an attempt to the end of its answer. */
  @WithDefault("15s")
  Duration timeout();

  /** How long a claimed delivery belongs to its instance; at least twice the timeout. */
  @WithDefault("90s")
  Duration lease();

  /** The longest wait between two attempts. None of the schedule's is longer than this default. */
  @WithDefault("25h")
  Duration longestWait();

  /** Attempts at the same time to one subscription that does not say how many. */
  @WithDefault("4")
  int maxInFlight();

  /** The most that a subscription may say. */
  @WithDefault("32")
  int mostInFlight();

  /** The most attempts a second that a subscription may say. */
  @WithDefault("1000")
  int mostPerSecond();

  /** Subscriptions a party may have. */
  @WithDefault("100")
  int maxSubscriptions();

  /** Whether every receiver is asked before it is called, and not only where its owner wants it. */
  @WithDefault("false")
  boolean handshake();

  /** The name by which receivers are asked: a domain of the installation. */
  @WithDefault("phoihop.invalid")
  String origin();

  /** Certificates (PEM) of the authorities to trust instead of those the JDK brings. */
  Optional<Path> caFile();
}
