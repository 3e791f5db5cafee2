package vn.phoihop.bench.intake;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.phoihop.bench.http.Reports;
import vn.phoihop.bench.http.Wire;
import vn.phoihop.bench.lab.Lab;
import vn.phoihop.bench.stack.Pause;
import vn.phoihop.deploy.Failure;

/**
 * Has PostgreSQL log what incident-service sends during some intakes, values included. The service
 * is not touched: its role's connections are closed, so that new ones come with the setting, and
 * again afterwards, so that none has it while anything is measured.
 */
final class Capture {

  private static final int INTAKES = 24;
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String ROLE = "ALTER ROLE incident_app IN DATABASE phoihop ";
  private static final String RECONNECT =
      "; SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'incident_app'";

  private final Lab lab;
  private final Reports reports;

  Capture(Lab lab) {
    this.lab = lab;
    this.reports = lab.reports();
  }

  Captured take() {
    Path log = lab.stack().log("postgres");
    reconnect(
        ROLE
            + "SET log_min_duration_statement = 0; "
            + ROLE
            + "SET log_error_verbosity = 'default'");
    List<String> incidents = new ArrayList<>();
    List<List<Said>> intakes = new ArrayList<>();
    try (Wire wire = new Wire(reports.port())) {
      long from = Files.size(log);
      for (int i = 0; i < INTAKES; i++) {
        incidents.add(reports.send(wire));
      }
      Pause.until(
          "intakes in the log of PostgreSQL",
          PATIENCE,
          100,
          () -> {
            intakes.clear();
            intakes.addAll(intakes(read(log, from)));
            return intakes.size() >= INTAKES;
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      reconnect(ROLE + "RESET log_min_duration_statement; " + ROLE + "RESET log_error_verbosity");
    }
    return usual(intakes, incidents);
  }

  private void reconnect(String settings) {
    lab.stack().database().execute(settings + RECONNECT);
    Pause.until("incident-service with new connections", PATIENCE, 200, this::works);
  }

  /**
   * As after a restart of PostgreSQL: requests are refused until all dead connections are found.
   */
  private boolean works() {
    try (Wire wire = new Wire(reports.port())) {
      for (int i = 0; i < 5; i++) {
        reports.send(wire);
      }
      return true;
    } catch (Failure e) {
      return false;
    }
  }

  private static List<List<Said>> intakes(String log) {
    return StatementLog.transactions(log).stream()
        .filter(
            transaction ->
                transaction.stream().anyMatch(said -> said.sql().contains("INSERT INTO incident ")))
        .toList();
  }

  /** One of twenty also takes a block of receipt numbers: the others are the usual ones. */
  private static Captured usual(List<List<Said>> intakes, List<String> incidents) {
    Map<List<String>, List<List<Said>>> byForm =
        intakes.stream()
            .collect(
                Collectors.groupingBy(transaction -> transaction.stream().map(Said::sql).toList()));
    List<List<Said>> usual =
        byForm.values().stream().max(Comparator.comparingInt(List::size)).orElseThrow();
    List<Said> last = usual.get(usual.size() - 1);
    String incident =
        incidents.stream()
            .filter(id -> last.stream().anyMatch(said -> said.parameters().contains(id)))
            .findFirst()
            .orElseThrow(() -> new Failure("the log shows no intake of ours"));
    return new Captured(usual.get(usual.size() - 2), last, incident);
  }

  private static String read(Path log, long from) {
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
      byte[] bytes = new byte[(int) (file.length() - from)];
      file.seek(from);
      file.readFully(bytes);
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
