package vn.phoihop.bench.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.phoihop.deploy.Failure;
import vn.phoihop.deploy.Port;
import vn.phoihop.deploy.Settings;

/** The stack's PostgreSQL: with passwords from its keys, as superuser or as a service's role. */
public final class Database {

  public static final String SERVICES = "phoihop";
  private static final String SETTINGS =
      """
      SELECT name, current_setting(name) FROM pg_settings WHERE name IN ('server_version', 'fsync',
        'synchronous_commit', 'full_page_writes', 'wal_sync_method', 'shared_buffers',
        'max_wal_size', 'max_connections', 'jit', 'autovacuum')
      ORDER BY name""";

  private final Settings settings;

  Database(Settings settings) {
    this.settings = settings;
  }

  public int port() {
    return settings.port(Port.POSTGRES);
  }

  public Connection superuser(String database) {
    return connect(database, "postgres");
  }

  /** A service's role, such as incident_app. */
  public Connection connect(String database, String role) {
    try {
      return DriverManager.getConnection(
          "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port(), database), role, password(role));
    } catch (SQLException e) {
      throw new Failure("cannot reach PostgreSQL as %s: %s".formatted(role, e.getMessage()), e);
    }
  }

  public String password(String role) {
    try {
      return Files.readString(settings.data().resolve("keys").resolve(role + ".password")).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("the stack made no password for " + role, e);
    }
  }

  /** What decides about durability and speed. */
  public Map<String, String> settings() {
    try (Connection connection = superuser(SERVICES);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(SETTINGS)) {
      Map<String, String> values = new LinkedHashMap<>();
      while (rows.next()) {
        values.put(rows.getString(1), rows.getString(2));
      }
      return values;
    } catch (SQLException e) {
      throw new Failure("cannot read PostgreSQL's settings: " + e.getMessage(), e);
    }
  }

  /** Runs statements as superuser, in the services' database. */
  public void execute(String sql) {
    try (Connection connection = superuser(SERVICES);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new Failure("PostgreSQL: " + e.getMessage(), e);
    }
  }

  /** One number, as superuser. */
  public long number(String sql) {
    try (Connection connection = superuser(SERVICES);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    } catch (SQLException e) {
      throw new Failure("PostgreSQL: " + e.getMessage(), e);
    }
  }
}
