package vn.phoihop.deploy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The databases of one cluster: phoihop for the services, keycloak for Keycloak. */
final class Databases {
  private static final Pattern PASSWORD = Pattern.compile("\\$\\{([a-z]+_(?:owner|app))_password}");
  private final Keys keys;

  Databases(Keys keys) {
    this.keys = keys;
  }

  /** The password of a service's database role, such as incident_app. */
  static String password(Keys keys, String role) {
    return keys.machine(role + ".password");
  }

  void create(PostgresPart postgres) throws SQLException {
    try (Connection connection = postgres.connect("postgres");
        Statement statement = connection.createStatement()) {
      if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", "keycloak")) {
        statement.execute("CREATE ROLE keycloak");
      }
      statement.execute(
          "ALTER ROLE keycloak LOGIN PASSWORD '%s'".formatted(password(keys, "keycloak")));
      if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", "keycloak")) {
        statement.execute("CREATE DATABASE keycloak OWNER keycloak");
        statement.execute("REVOKE ALL ON DATABASE keycloak FROM PUBLIC");
      }
      if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", "phoihop")) {
        statement.execute("CREATE DATABASE phoihop");
      }
    }
    try (Connection connection = postgres.connect("phoihop");
        Statement statement = connection.createStatement()) {
      statement.execute(bootstrap());
    }
  }

  private static boolean exists(Connection connection, String query, String name)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, name);
      return statement.executeQuery().next();
    }
  }

  private String bootstrap() {
    try (InputStream in =
        Objects.requireNonNull(Databases.class.getResourceAsStream("/db/bootstrap.sql"))) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return PASSWORD
          .matcher(text)
          .replaceAll(role -> Matcher.quoteReplacement(password(keys, role.group(1))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
