package vn.phoihop.bench.intake;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import vn.phoihop.bench.stack.BenchStack;
import vn.phoihop.deploy.Failure;

/**
 * Runs scripts where no pgbench is on the PATH: a thread and a connection a client, prepared
 * statements. Costs the machine more than pgbench, so the opponent is somewhat weaker.
 */
final class Jdbc implements Driver {

  private static final Pattern VARIABLE = Pattern.compile("(?<!:):([a-z][a-z0-9_]*)");

  private final BenchStack stack;
  private final Counters counters = new Counters();

  /**
   * A round trip: what is sent together is one text for the driver.
   *
   * @param variables names in the order of their question marks
   */
  record Trip(String sql, List<String> variables) {

    static Trip of(List<String> statements) {
      List<String> variables = new ArrayList<>();
      String sql =
          VARIABLE
              .matcher(String.join(";\n", statements))
              .replaceAll(
                  match -> {
                    variables.add(match.group(1));
                    return Matcher.quoteReplacement("?");
                  });
      return new Trip(sql, variables);
    }
  }

  Jdbc(BenchStack stack) {
    this.stack = stack;
  }

  @Override
  public String name() {
    return "JDBC (no pgbench is on the PATH)";
  }

  @Override
  public double run(Script script, int clients, Duration length) {
    long first = counters.next();
    List<Trip> trips = script.trips().stream().map(Trip::of).toList();
    ExecutorService threads = Executors.newFixedThreadPool(clients);
    try {
      long end = System.nanoTime() + length.toNanos();
      List<Future<Long>> counts =
          IntStream.range(0, clients)
              .mapToObj(client -> threads.submit(() -> work(script, trips, client, first, end)))
              .toList();
      long all = 0;
      for (Future<Long> count : counts) {
        all += count.get();
      }
      return all / (length.toNanos() / 1e9);
    } catch (ExecutionException e) {
      throw new Failure("'%s' fails: %s".formatted(script.name(), e.getCause()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure("interrupted", e);
    } finally {
      threads.shutdownNow();
    }
  }

  private long work(Script script, List<Trip> trips, int client, long first, long end)
      throws SQLException {
    long count = 0;
    try (Connection connection = stack.database().connect(Scratch.NAME, "incident_app")) {
      List<PreparedStatement> statements = new ArrayList<>();
      for (Trip trip : trips) {
        statements.add(connection.prepareStatement(trip.sql()));
      }
      for (long n = first; System.nanoTime() - end < 0; n++) {
        for (int i = 0; i < trips.size(); i++) {
          bind(statements.get(i), trips.get(i), script, n, client);
          statements.get(i).execute();
        }
        count++;
      }
    }
    return count;
  }

  private static void bind(
      PreparedStatement statement, Trip trip, Script script, long n, int client)
      throws SQLException {
    for (int i = 0; i < trip.variables().size(); i++) {
      String name = trip.variables().get(i);
      String value =
          switch (name) {
            case "n" -> Long.toString(n);
            case "client_id" -> Integer.toString(client);
            default -> script.constants().get(name);
          };
      statement.setObject(i + 1, value, Types.OTHER); // PostgreSQL knows the type by the place
    }
  }
}
