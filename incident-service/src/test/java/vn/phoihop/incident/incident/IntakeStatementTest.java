package vn.phoihop.incident.incident;

import static java.util.stream.Collectors.groupingBy;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.phoihop.incident.Api.as;

import io.quarkus.scheduler.Scheduler;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.phoihop.incident.Api;
import vn.phoihop.platform.test.Tokens;

/**
 * What one intake says to PostgreSQL, by the driver's own log of the protocol: a Sync is a round
 * trip, an Execute or a SimpleQuery a statement.
 */
@QuarkusTest
class IntakeStatementTest {

  private static final Logger DRIVER = Logger.getLogger("org.postgresql.core.v3.QueryExecutorImpl");

  private static final PatternFormatter FORMAT = new PatternFormatter("%s");

  private final List<ExtLogRecord> log = new CopyOnWriteArrayList<>();

  private final Scheduler scheduler;

  IntakeStatementTest(Scheduler scheduler) {
    this.scheduler = scheduler;
  }

  @AfterEach
  void resume() {
    scheduler.resume();
  }

  @BeforeEach
  void warm() {
    Api.awaitReady();
    // What runs every second runs on the threads that answer requests, a moment before an intake
    // maybe on its very thread; whatever runs now is through before the warming up is.
    scheduler.pause();
    // The driver prepares its statements; and the report after the first of a block asks for no
    // number.
    long number;
    int reports = 0;
    do {
      number = Long.parseLong(report().substring("TB-2026-".length()));
      reports++;
    } while (reports < 10 || number % ReceiptNumbers.BLOCK != 1);
  }

  @Test
  void an_intake_is_everything_in_one_round_trip_and_commit_in_another() {
    List<String> expected =
        List.of(
            "SimpleQuery BEGIN",
            "Execute", // set_config('app.party', …)
            "Execute",
            "Sync", // everything
            "Execute",
            "Sync"); // COMMIT
    // A connection that lay idle is tried before it is given out.
    List<List<String>> intakes = Stream.generate(this::intake).limit(3).toList();
    assertTrue(intakes.contains(expected), intakes::toString);
  }

  private List<String> intake() {
    log.clear();
    listen(IntakeStatementTest::report);
    return said();
  }

  private void listen(Runnable call) {
    ExtHandler handler =
        new ExtHandler() {
          @Override
          protected void doPublish(ExtLogRecord record) {
            log.add(record);
          }
        };
    DRIVER.setUseParentHandlers(false);
    DRIVER.addHandler(handler);
    DRIVER.setLevel(Level.FINEST);
    try {
      call.run();
    } finally {
      DRIVER.setLevel(null);
      DRIVER.removeHandler(handler);
      DRIVER.setUseParentHandlers(true);
    }
  }

  /** What was said on the thread of the intake; the relay and the sealer have their own. */
  private List<String> said() {
    return log.stream().collect(groupingBy(LogRecord::getLongThreadID)).values().stream()
        .map(thread -> thread.stream().map(FORMAT::format).toList())
        .filter(thread -> thread.stream().anyMatch(line -> line.contains("TB-20")))
        .findFirst()
        .orElseThrow()
        .stream()
        .flatMap(IntakeStatementTest::kind)
        .toList();
  }

  private static Stream<String> kind(String line) {
    return Stream.of("SimpleQuery", "Execute", "Sync")
        .filter(kind -> line.contains("FE=> " + kind))
        .map(kind -> line.contains("query=\"BEGIN\"") ? kind + " BEGIN" : kind);
  }

  private static String report() {
    return as(Tokens.enterprise(UUID.randomUUID()))
        .body(Api.EARLY_NOTICE)
        .post("/api/v1/incidents")
        .then()
        .statusCode(201)
        .extract()
        .path("receiptNumber");
  }
}
