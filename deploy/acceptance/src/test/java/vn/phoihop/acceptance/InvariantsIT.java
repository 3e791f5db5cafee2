package vn.phoihop.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.phoihop.acceptance.Checker.Invariant;
import vn.phoihop.acceptance.Checker.Violation;
import vn.phoihop.acceptance.Evidence.Watched;
import vn.phoihop.acceptance.History.Endpoint;
import vn.phoihop.acceptance.History.Outcome;

/**
 * What is promised, held against what happens while clients report, receivers misbehave and the
 * services die between any two steps: Jepsen's way, scaled down. What each did follows from the
 * seed; how their acts interleave does not.
 */
@Order(3)
@ExtendWith(StackExtension.class)
class InvariantsIT {

  private static final boolean FULL = Boolean.getBoolean("phoihop.test.full");
  private static final long SEED = Long.getLong("seed", System.nanoTime());
  private static final Random RANDOM = new Random(SEED);
  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final List<String> TYPES =
      List.of("incident.received", "incident.amended", "incident.triaged", "incident.referred");
  private static final int SHOWN = 20;

  private static Nemesis nemesis;
  private static List<Enterprise> enterprises;

  private final Stack stack;
  private final List<Hostility> hostile = new ArrayList<>();
  private final List<Watched> watched = new ArrayList<>();

  InvariantsIT(Stack stack) {
    this.stack = stack;
  }

  static IntStream rounds() {
    System.out.println("InvariantsIT: -Dseed=" + SEED);
    return IntStream.rangeClosed(1, FULL ? 20 : 2);
  }

  @AfterEach
  void quiet() {
    stack.up();
    hostile.forEach(Hostility::heal);
    watched.forEach(one -> one.receiver().comeBack());
    watched.forEach(one -> one.receiver().close());
  }

  @ParameterizedTest(name = "round {0}")
  @MethodSource("rounds")
  void what_is_promised_holds_whatever_dies(int round) throws IOException {
    if (nemesis == null) {
      nemesis = new Nemesis(stack, new Random(RANDOM.nextLong()), FULL);
      enterprises = List.of(Enterprise.enrolled(stack), Enterprise.enrolled(stack));
    }
    subscribe();
    Path folder = Path.of("target", "invariants", SEED + "-" + round);
    Clients clients = new Clients(stack, enterprises);
    try (Evidence evidence = new Evidence(stack, watched, enterprises, folder)) {
      clients.start(new Random(RANDOM.nextLong()));
      for (int blow = 0; blow < Nemesis.BLOWS; blow++) {
        Receiver away = pickHostile();
        away.goAway();
        nemesis.strike(() -> clients.count() + received());
        away.comeBack();
      }
      clients.stop();
      hostile.forEach(Hostility::heal);
      evidence.readChanges();
      awaitQuiet(evidence, clients);

      History history = evidence.history(clients.acts(), true);
      List<Violation> violations = Checker.check(history);
      tell(round, history, clients);
      if (!violations.isEmpty()) {
        keep(folder, history, violations);
      }
      assertEquals(
          List.of(),
          violations.stream().limit(SHOWN).toList(),
          () -> "%d violations, -Dseed=%d, round %d".formatted(violations.size(), SEED, round));
      assertEquals(List.of(), clients.surprises(), () -> "-Dseed=" + SEED + ", round " + round);
      for (Watched one : watched) {
        assertEquals(List.of(), one.receiver().refused(), () -> one.endpoint() + " refused");
      }
      assertWorthIt(history);
    }
    if (round % 2 == 0) {
      assertEquals(List.of(), List.copyOf(nemesis.neverReached()), "points that nobody passed");
    }
  }

  /** A round in which nothing happened shows nothing. */
  private static void assertWorthIt(History history) {
    Map<Outcome, Long> outcomes =
        history.acts().stream()
            .collect(Collectors.groupingBy(History.Act::outcome, Collectors.counting()));
    assertTrue(outcomes.getOrDefault(Outcome.OK, 0L) >= 30, () -> "accepted: " + outcomes);
    assertTrue(outcomes.getOrDefault(Outcome.REFUSED, 0L) >= 5, () -> "refused: " + outcomes);
  }

  /**
   * Every party has a receiver that is honest; the agencies and an enterprise have bad ones too.
   * Some of the Police's ask for the events of one object in their order.
   */
  private void subscribe() {
    for (String agency : List.of("police", "customs", "trade")) {
      Supplier<String> token = () -> stack.token(agency);
      String party = agency.toUpperCase(Locale.ROOT);
      subscribe(party, token, agency.equals("police"), true);
      subscribe(party, token, false, false);
    }
    subscribe("POLICE", () -> stack.token("police"), true, false);
    subscribe("DEPARTMENT", () -> stack.token("department"), false, true);
    for (Enterprise enterprise : enterprises) {
      subscribe(enterprise.id, enterprise::token, false, true);
    }
    subscribe(enterprises.get(0).id, enterprises.get(0)::token, false, false);
  }

  private void subscribe(String party, Supplier<String> token, boolean ordered, boolean honest) {
    Conduct conduct = Conduct.HONEST;
    if (!honest) {
      Hostility hostility = new Hostility(RANDOM.nextLong());
      hostile.add(hostility);
      conduct = hostility;
    }
    Receiver receiver =
        Receiver.of(
            stack,
            token,
            conduct,
            Map.of(
                "eventTypes",
                TYPES,
                "order",
                ordered ? "PER_OBJECT" : "NONE",
                "maxInFlight",
                honest ? 4 : 8));
    watched.add(
        new Watched(
            new Endpoint(receiver.subscription().text("id"), party, ordered, honest),
            token,
            receiver));
  }

  private Receiver pickHostile() {
    List<Watched> bad = watched.stream().filter(one -> !one.endpoint().honest()).toList();
    return bad.get(RANDOM.nextInt(bad.size())).receiver();
  }

  private int received() {
    return watched.stream().mapToInt(one -> one.receiver().received()).sum();
  }

  /** Until nothing is missing that comes by itself; what still is then, the check will say. */
  private static void awaitQuiet(Evidence evidence, Clients clients) {
    List<Invariant> comeByThemselves =
        List.of(Invariant.I1_NOTHING_LOST, Invariant.I6_AUDIT, Invariant.I8_DRAINED);
    try {
      Awaitility.await()
          .atMost(PATIENCE)
          .pollDelay(Duration.ZERO)
          .pollInterval(Duration.ofMillis(500))
          .until(
              () ->
                  Checker.check(evidence.history(clients.acts(), false)).stream()
                      .map(Violation::invariant)
                      .noneMatch(comeByThemselves::contains));
    } catch (ConditionTimeoutException e) {
      // The last look is the one that counts.
    }
  }

  private void tell(int round, History history, Clients clients) {
    long dead = history.deliveries().stream().filter(d -> d.state().equals("DEAD_LETTER")).count();
    Map<Hostility.Misdeed, Integer> misdeeds = new TreeMap<>();
    hostile.forEach(one -> one.done().forEach((m, n) -> misdeeds.merge(m, n, Integer::sum)));
    System.out.printf(
        "InvariantsIT: round %d, so far killed: %s%n"
            + "  %d acts, %d answers missing at first; %d changes, %d events (%d repeats);"
            + " %d deliveries (%d dead letters), %d calls; %s%n",
        round,
        String.join(", ", nemesis.story()),
        history.acts().size(),
        clients.unanswered(),
        history.changes().size(),
        history.published().size(),
        history.published().size()
            - history.published().stream().map(History.Published::id).distinct().count(),
        history.deliveries().size(),
        dead,
        history.calls().size(),
        misdeeds);
  }

  private static void keep(Path folder, History history, List<Violation> violations)
      throws IOException {
    Files.createDirectories(folder);
    StringBuilder text = new StringBuilder();
    violations.forEach(violation -> text.append(violation).append('\n'));
    for (List<?> part :
        List.of(
            history.acts(),
            history.changes(),
            history.published(),
            history.endpoints(),
            history.calls(),
            history.deliveries(),
            history.feed(),
            history.lists(),
            history.audit())) {
      part.forEach(row -> text.append(row).append('\n'));
    }
    Path file = folder.resolve("history.txt");
    Files.writeString(file, text);
    System.out.println("InvariantsIT: the whole history is in " + file.toAbsolutePath());
  }
}
