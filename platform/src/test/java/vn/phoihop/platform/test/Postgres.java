package vn.phoihop.platform.test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** The test run's PostgreSQL as an operator's accident meets it. Linux only: it reads /proc. */
public final class Postgres {

  private final long pid;
  private final List<String> command;

  private Postgres(long pid, List<String> command) {
    this.pid = pid;
    this.command = command;
  }

  public static Postgres running() throws SQLException, IOException {
    Path data = Path.of(setting("SHOW data_directory"));
    long pid = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
    List<String> command =
        List.of(Files.readString(Path.of("/proc/" + pid + "/cmdline")).split("\0"));
    return new Postgres(pid, command);
  }

  /** Immediate shutdown: no checkpoint, every connection cut, recovery at the next start. */
  public void stopAtOnce() throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-QUIT", Long.toString(pid)).start().waitFor(10, TimeUnit.SECONDS);
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> !Files.exists(Path.of("/proc/" + pid)) || zombie());
  }

  /** Starts it again as it was started, and waits until it answers. */
  public void startAgain() throws IOException {
    List<String> again =
        "root".equals(System.getProperty("user.name"))
            // PostgreSQL refuses to run as root; in a user namespace of its own it is nobody.
            ? join(List.of("unshare", "-U"), command)
            : command;
    new ProcessBuilder(again)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .ignoreExceptions()
        .until(() -> setting("SELECT 1").equals("1"));
  }

  private boolean zombie() throws IOException {
    return Files.readString(Path.of("/proc/" + pid + "/stat")).matches("(?s).*\\) Z .*");
  }

  private static List<String> join(List<String> first, List<String> second) {
    return java.util.stream.Stream.concat(first.stream(), second.stream()).toList();
  }

  private static String setting(String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(System.getProperty("phoihop.test.db"), "postgres", "");
        ResultSet row = connection.createStatement().executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }
}
