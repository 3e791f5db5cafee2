package vn.phoihop.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.IntSupplier;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * Ends incident-service and notification-service, at a named point (CrashPoint in platform) or by
 * kill -9 from outside at whatever moment, and starts them again.
 */
final class Nemesis {

  /** How often in one round. */
  static final int BLOWS = 2;

  private static final String ANY_MOMENT = "any moment";
  private static final List<String> OF_INCIDENT =
      List.of("committed", "before-send", "before-mark", ANY_MOMENT);
  private static final List<String> OF_NOTIFICATION =
      List.of("before-call", "before-delivered", "before-mark", ANY_MOMENT);

  private static final List<String> PARTS = List.of("no part", "kafka", "postgres");

  private final Stack stack;
  private final Random random;
  private final boolean thorough;
  private final Set<String> never = new HashSet<>();
  private final List<String> story = new ArrayList<>();
  private final List<String> incident = new ArrayList<>();
  private final List<String> notification = new ArrayList<>();
  private final List<String> parts = new ArrayList<>();

  /**
   * @param thorough whether Kafka and PostgreSQL die as well
   */
  Nemesis(Stack stack, Random random, boolean thorough) {
    this.stack = stack;
    this.random = random;
    this.thorough = thorough;
  }

  /** What it did, in the order in which it did. */
  List<String> story() {
    return List.copyOf(story);
  }

  /** Points that nobody passed: what was to be tried there was not. */
  Set<String> neverReached() {
    return Set.copyOf(never);
  }

  /**
   * @param pulse counts what happens, so that it strikes in the midst of it
   */
  void strike(IntSupplier pulse) {
    int before = pulse.getAsInt() + random.nextInt(200, 500);
    isTrueWithin(Duration.ofSeconds(20), () -> pulse.getAsInt() >= before);
    String first = deal(incident, OF_INCIDENT);
    String second = deal(notification, OF_NOTIFICATION);
    Path one = arm("incident", first);
    Path two = arm("notification", second);
    end("incident", first, one, pulse);
    end("notification", second, two, pulse);
    if (thorough) {
      endAPart();
    }
    stack.up();
  }

  /** What the services stand on; PartsAwayIT does no more than that, and always. */
  private void endAPart() {
    String part = deal(parts, PARTS);
    story.add(part);
    switch (part) {
      case "kafka" -> stack.kill(part);
      case "postgres" -> stack.signal(part, "QUIT"); // an immediate stop: no checkpoint
      default -> {}
    }
  }

  /** Each comes once before any comes again. */
  private String deal(List<String> deck, List<String> whole) {
    if (deck.isEmpty()) {
      deck.addAll(whole);
      Collections.shuffle(deck, random);
    }
    return deck.remove(0);
  }

  private Path arm(String service, String point) {
    story.add(service + " at " + point);
    try {
      Path file = Files.createDirectories(stack.crashPoints()).resolve(service + "." + point);
      return point.equals(ANY_MOMENT) ? file : Files.createFile(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void end(String service, String point, Path file, IntSupplier pulse) {
    String process = service + "-service";
    if (point.equals(ANY_MOMENT)) {
      int moment = pulse.getAsInt() + random.nextInt(1, 60);
      isTrueWithin(Duration.ofSeconds(5), () -> pulse.getAsInt() >= moment);
      stack.kill(process);
    } else if (!isTrueWithin(Duration.ofSeconds(20), () -> !stack.runs(process))) {
      never.add(service + " at " + point);
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static boolean isTrueWithin(Duration patience, Callable<Boolean> condition) {
    try {
      Awaitility.await()
          .atMost(patience)
          .pollDelay(Duration.ZERO)
          .pollInterval(Duration.ofMillis(5))
          .until(condition);
      return true;
    } catch (ConditionTimeoutException e) {
      return false;
    }
  }
}
