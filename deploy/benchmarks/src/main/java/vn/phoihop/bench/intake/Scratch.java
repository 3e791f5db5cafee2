package vn.phoihop.bench.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.phoihop.bench.stack.BenchStack;
import vn.phoihop.bench.stack.Database;
import vn.phoihop.deploy.Failure;

/**
 * A database of the opponents' own in the same PostgreSQL, with the same roles and the tables and
 * policies of incident-service's migrations; nobody relays its outbox.
 */
final class Scratch {

  static final String NAME = "bench_opponents";
  private static final Pattern PASSWORD = Pattern.compile("\\$\\{([a-z]+_(?:owner|app))_password}");

  private Scratch() {}

  static void create(BenchStack stack) {
    Database database = stack.database();
    run(database.superuser("postgres"), List.of("CREATE DATABASE " + NAME));
    run(database.superuser(NAME), List.of(bootstrap(database)));
    run(
        database.connect(NAME, "incident_owner"),
        Stream.of(
                "platform/src/main/resources/db/platform",
                "incident-service/src/main/resources/db/migration")
            .flatMap(folder -> migrations(stack.settings().root().resolve(folder)))
            .sorted(Comparator.comparing(file -> String.valueOf(file.getFileName())))
            .map(Scratch::read)
            .toList());
  }

  private static void run(Connection connection, List<String> statements) {
    try (connection;
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw new Failure("cannot make the opponents' database: " + e.getMessage(), e);
    }
  }

  private static String bootstrap(Database database) {
    try (InputStream in =
        Objects.requireNonNull(Scratch.class.getResourceAsStream("/db/bootstrap.sql"))) {
      return PASSWORD
          .matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8))
          .replaceAll(role -> Matcher.quoteReplacement(database.password(role.group(1))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Their versions are times of equal length: their names are in the order of their versions. */
  private static Stream<Path> migrations(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
