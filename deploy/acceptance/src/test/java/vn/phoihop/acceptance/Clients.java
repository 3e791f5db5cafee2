package vn.phoihop.acceptance;

import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import vn.phoihop.acceptance.History.Act;
import vn.phoihop.acceptance.History.Outcome;
import vn.phoihop.acceptance.Http.Answer;
import vn.phoihop.deploy.Port;

/**
 * Enterprises that report and amend, and a Department that triages and refers, several at a time.
 * Whatever they wish for has a key of its own, and without a definite answer they ask again by it.
 */
final class Clients {

  private static final int THREADS = 4;
  private static final long PACE_MILLIS = 250;

  /** Longer than the services may be away: a launcher waits two minutes for each part. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private static final List<String> AGENCIES = List.of("POLICE", "CUSTOMS", "TRADE");

  /** Which agencies a type of violation is routed to (domain.md §6.5). */
  private static final Map<String, Set<String>> ROUTES =
      Map.of(
          "TEL_BYPASS_SIMBOX", Set.of("POLICE"),
          "POST_CONTRABAND", Set.of("CUSTOMS", "POLICE"),
          "POST_COUNTERFEIT", Set.of("TRADE", "POLICE"));

  private final Stack stack;
  private final List<Enterprise> enterprises;
  private final Queue<Act> acts = new ConcurrentLinkedQueue<>();
  private final Queue<String> surprises = new ConcurrentLinkedQueue<>();
  private final AtomicInteger unanswered = new AtomicInteger();
  private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(THREADS);

  Clients(Stack stack, List<Enterprise> enterprises) {
    this.stack = stack;
    this.enterprises = enterprises;
  }

  void start(Random seeds) {
    for (int i = 0; i < THREADS; i++) {
      Random random = new Random(seeds.nextLong());
      threads.scheduleWithFixedDelay(
          () -> watched(() -> live(random)),
          i * PACE_MILLIS / THREADS,
          PACE_MILLIS,
          TimeUnit.MILLISECONDS);
    }
  }

  /** Ends what is begun: each wish gets its definite answer, if there is one to be had. */
  void stop() {
    threads.shutdown();
    try {
      if (!threads.awaitTermination(PATIENCE.toMinutes() + 1, TimeUnit.MINUTES)) {
        surprises.add("clients that do not come to an end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  Collection<Act> acts() {
    return List.copyOf(acts);
  }

  int count() {
    return acts.size();
  }

  /** How often there was no definite answer at first. */
  int unanswered() {
    return unanswered.get();
  }

  /** What should have been accepted and was refused, or the other way round, and every 500. */
  List<String> surprises() {
    return List.copyOf(surprises);
  }

  private void watched(Runnable life) {
    try {
      life.run();
    } catch (RuntimeException | AssertionError e) {
      surprises.add(e.toString());
    }
  }

  /** The life of one report, or one that is none. */
  private void live(Random random) {
    Enterprise enterprise = pick(random, enterprises);
    String type = pick(random, ROUTES.keySet().stream().sorted().toList());
    Set<String> audience = new HashSet<>(ROUTES.get(type));
    audience.addAll(Set.of("DEPARTMENT", enterprise.id));
    String mark = UUID.randomUUID().toString();
    if (random.nextInt(6) == 0) {
      String wrong = random.nextBoolean() ? report("NO_SUCH_TYPE", mark) : report(type, "\\u0000");
      wish(false, "received", mark, mark, incidents(), enterprise::token, wrong, audience);
      return;
    }
    Act received =
        wish(
            true,
            "received",
            mark,
            mark,
            incidents(),
            enterprise::token,
            report(type, mark),
            audience);
    if (received.outcome() != Outcome.OK) {
      return;
    }
    if (random.nextInt(5) == 0) {
      // The same key for something else.
      String other = UUID.randomUUID().toString();
      wish(
          false,
          "received",
          other,
          mark,
          incidents(),
          enterprise::token,
          report(type, other),
          audience);
    }
    goOn(random, enterprise, received.incident(), type, mark, audience);
  }

  private void goOn(
      Random random,
      Enterprise enterprise,
      String incident,
      String type,
      String mark,
      Set<String> audience) {
    String url = incidents() + "/" + incident;
    if (random.nextBoolean()) {
      move(true, "amended", url + "/amend", enterprise::token, amendment(type, mark), audience);
    }
    if (random.nextInt(4) == 0) {
      Enterprise other = enterprises.get(enterprise == enterprises.get(0) ? 1 : 0);
      move(false, "amended", url + "/amend", other::token, amendment(type, mark), audience);
    }
    if (random.nextInt(3) > 0) {
      move(true, "triaged", url + "/triage", this::department, "{}", audience);
      if (random.nextBoolean()) {
        move(false, "triaged", url + "/triage", this::department, "{}", audience);
      }
      if (random.nextInt(4) > 0) {
        List<String> absent = AGENCIES.stream().filter(a -> !audience.contains(a)).toList();
        String agency = pick(random, absent);
        Set<String> wider = new HashSet<>(audience);
        wider.add(agency);
        String body = "{\"agencies\": [\"%s\"]}".formatted(agency);
        move(true, "referred", url + "/refer", this::department, body, wider);
      }
    }
  }

  private void move(
      boolean right,
      String what,
      String url,
      Supplier<String> token,
      String body,
      Set<String> audience) {
    String mark = UUID.randomUUID().toString();
    wish(right, what, mark, mark, url, token, body, audience);
  }

  private Act wish(
      boolean right,
      String what,
      String mark,
      String key,
      String url,
      Supplier<String> token,
      String body,
      Set<String> audience) {
    Act act;
    String said = "nothing";
    try {
      Answer answer =
          Awaitility.await()
              .atMost(PATIENCE)
              .pollDelay(Duration.ZERO)
              .pollInterval(Duration.ofMillis(200))
              .until(() -> ask(url, token, key, body), Optional::isPresent)
              .orElseThrow();
      said = answer.status() + " " + answer.raw().body();
      boolean taken = answer.status() < 300;
      act =
          new Act(
              mark,
              "incident." + what,
              taken ? Outcome.OK : Outcome.REFUSED,
              taken ? answer.text("id") : null,
              taken ? answer.json().path("sequence").asLong() : 0,
              Set.copyOf(audience));
    } catch (ConditionTimeoutException e) {
      act = new Act(mark, "incident." + what, Outcome.UNKNOWN, null, 0, Set.copyOf(audience));
    }
    acts.add(act);
    if (act.outcome() != (right ? Outcome.OK : Outcome.REFUSED)) {
      surprises.add("%s %s was answered %s".formatted(url, act, said));
    }
    return act;
  }

  /** Empty where it is open whether it happened. */
  private Optional<Answer> ask(String url, Supplier<String> token, String key, String body) {
    String bearer;
    try {
      bearer = token.get();
    } catch (RuntimeException | AssertionError e) {
      // Keycloak stands on PostgreSQL, and comes back with it.
      unanswered.incrementAndGet();
      return Optional.empty();
    }
    try {
      Answer answer =
          Http.trySend(
              Http.to(url, bearer)
                  .header("Idempotency-Key", key)
                  .header("Content-Type", "application/json")
                  .POST(Http.body(body)));
      if (answer.status() < 500 && answer.status() != 429) {
        return Optional.of(answer);
      }
      if (answer.status() != 503) {
        surprises.add("%s was answered %s".formatted(url, answer.raw().body()));
      }
    } catch (IOException e) {
      // Killed before, while or after it did what it was asked for.
    }
    unanswered.incrementAndGet();
    return Optional.empty();
  }

  private String incidents() {
    return stack.url(Port.INCIDENT) + "/api/v1/incidents";
  }

  private String department() {
    return stack.token("department");
  }

  private static String report(String type, String mark) {
    return report(type, mark, "");
  }

  private static String amendment(String type, String mark) {
    return report(type, mark, ", \"estimatedDamageVnd\": 1000000, \"reason\": \"Đã xác minh\"");
  }

  private static String report(String type, String mark, String more) {
    return """
        {"stage": "EARLY", "violationTypes": ["%s"], "summary": "%s", "detectedAt": "2026-03-10T01:15:00Z",
         "indicators": [{"type": "MSISDN", "value": "0912 345 678"}]%s}"""
        .formatted(type, mark, more);
  }

  private static <T> T pick(Random random, List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}
