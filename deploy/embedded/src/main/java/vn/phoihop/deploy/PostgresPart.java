package vn.phoihop.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** PostgreSQL 18 from the embedded binaries, with every write on disk before a commit returns. */
final class PostgresPart extends Part {
  static final String PASSWORD = "postgres.password";
  private static final String SUPERUSER = "postgres";
  private final Keys keys;
  private final PostgresBinaries binaries;
  private final Path cluster;

  PostgresPart(Settings settings, Keys keys) {
    super(settings, "postgres");
    this.keys = keys;
    this.binaries = new PostgresBinaries(settings.data().resolve("postgres"));
    this.cluster = settings.data().resolve("postgres/data");
  }

  @Override
  List<Port> ports() {
    return List.of(Port.POSTGRES);
  }

  @Override
  void install() {
    binaries.install();
    if (Files.exists(cluster.resolve("PG_VERSION"))) {
      return;
    }
    Folders.delete(cluster); // what an interrupted initdb left
    Path fresh = cluster.resolveSibling("data.new");
    Folders.delete(fresh);
    Path password = keys.file(PASSWORD);
    binaries.run(
        "initdb",
        List.of(
            "--pgdata=" + fresh,
            "--username=" + SUPERUSER,
            "--pwfile=" + password,
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--locale=C",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8"),
        settings.log(name));
    try {
      Files.move(fresh, cluster);
    } catch (IOException e) {
      throw new Failure("cannot put the database cluster in place: " + e.getMessage(), e);
    }
  }

  @Override
  void launch() {
    removeStaleLock();
    List<String> command = new ArrayList<>(binaries.command("postgres"));
    command.addAll(List.of("-D", cluster.toString()));
    configuration().forEach((key, value) -> command.addAll(List.of("-c", key + "=" + value)));
    daemon.start(command, Map.of("LC_ALL", "C", "TZ", "UTC"));
  }

  private Map<String, String> configuration() {
    return Map.ofEntries(
        Map.entry("port", Integer.toString(settings.port(Port.POSTGRES))),
        Map.entry("listen_addresses", "127.0.0.1"),
        Map.entry("unix_socket_directories", ""),
        Map.entry("fsync", "on"),
        Map.entry("synchronous_commit", "on"),
        Map.entry("full_page_writes", "on"),
        Map.entry("max_connections", "300"),
        Map.entry("shared_buffers", "256MB"),
        Map.entry("max_wal_size", "2GB"),
        Map.entry("timezone", "UTC"),
        Map.entry("log_timezone", "UTC"),
        // Details and context of an error quote rows, and rows hold personal data.
        Map.entry("log_error_verbosity", "terse"),
        // Compiling a query costs more than the short queries of the services.
        Map.entry("jit", "off"));
  }

  /**
   * PostgreSQL itself refuses to start while the process named in postmaster.pid lives, even if
   * that number belongs to another program since a reboot. Our own record says that none runs.
   */
  private void removeStaleLock() {
    Path lock = cluster.resolve("postmaster.pid");
    try {
      if (Files.exists(lock)) {
        long pid = Long.parseLong(Files.readAllLines(lock).get(0).strip());
        boolean ours =
            ProcessHandle.of(pid)
                .flatMap(process -> process.info().commandLine())
                .filter(command -> command.contains(cluster.toString()))
                .isPresent();
        if (!ours) {
          Files.delete(lock);
        }
      }
    } catch (IOException | RuntimeException e) {
      throw new Failure("cannot read " + lock + ": " + e.getMessage(), e);
    }
  }

  @Override
  boolean answers() throws SQLException {
    try (Connection connection = connect("postgres")) {
      return connection.isValid(5);
    }
  }

  Connection connect(String database) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://%s/%s?connectTimeout=5".formatted(hostAndPort(), database),
        SUPERUSER,
        keys.machine(PASSWORD));
  }

  String hostAndPort() {
    return "127.0.0.1:" + settings.port(Port.POSTGRES);
  }

  @Override
  void furnish() {
    try {
      new Databases(keys).create(this);
    } catch (SQLException e) {
      throw new Failure("cannot create the databases: " + e.getMessage(), e);
    }
  }

  @Override
  String address() {
    return "postgresql://" + hostAndPort() + "/phoihop";
  }

  /**
   * "Fast" shutdown: clients are sent away, everything is written, the next start needs no repair.
   */
  @Override
  void stop() {
    daemon.stop("INT", Duration.ofSeconds(30));
  }
}
