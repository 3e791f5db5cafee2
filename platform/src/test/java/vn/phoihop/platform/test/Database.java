package vn.phoihop.platform.test;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * The database as a test sees it: as the runtime role for one party, or as superuser to look behind
 * the policies.
 */
public final class Database {

  private Database() {}

  /** Work on a connection. */
  public interface Work<T> {
    T with(Connection connection) throws SQLException;
  }

  /** In one transaction as the service's runtime role, app.party set. */
  public static <T> T as(String party, Work<T> work) throws SQLException {
    String schema = schema();
    try (Connection connection = connect(schema + "_app", TestStack.PASSWORD)) {
      connection.setAutoCommit(false);
      try (PreparedStatement set =
          connection.prepareStatement("select set_config('app.party', ?, true)")) {
        set.setString(1, party);
        set.execute();
      }
      T result = work.with(connection);
      connection.commit();
      return result;
    }
  }

  /** As superuser, who passes every policy; search_path is the service's schema. */
  public static <T> T asSuperuser(Work<T> work) throws SQLException {
    try (Connection connection = connect("postgres", "")) {
      connection.createStatement().execute("SET search_path = " + schema() + ", extensions");
      return work.with(connection);
    }
  }

  /** The first column of a query's rows, as superuser. */
  public static List<String> column(String sql, Object... parameters) throws SQLException {
    return asSuperuser(
        connection -> {
          List<String> values = new ArrayList<>();
          try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
              statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
              while (rows.next()) {
                values.add(rows.getString(1));
              }
            }
          }
          return values;
        });
  }

  /** A count, as superuser. */
  public static long count(String sql, Object... parameters) throws SQLException {
    return Long.parseLong(column(sql, parameters).get(0));
  }

  public static String schema() {
    return ConfigProvider.getConfig().getValue("phoihop.schema", String.class);
  }

  private static Connection connect(String user, String password) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", user);
    properties.setProperty("password", password);
    return DriverManager.getConnection(System.getProperty("phoihop.test.db"), properties);
  }
}
