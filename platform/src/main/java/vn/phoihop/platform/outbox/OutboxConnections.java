package vn.phoihop.platform.outbox;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Connections of one's own: a session lock and LISTEN do not go with a pool. */
@Singleton
public class OutboxConnections {

  /**
   * Few statements, each over arrays whose length PostgreSQL would look at to plan them anew every
   * time, which costs more than running them. And each looks for few rows among very many, by an
   * index in its order: a bitmap reads the entries of all that was done since the last vacuum,
   * every time, where a scan of the index passes by them once.
   */
  private static final String PLANS =
      " -c plan_cache_mode=force_generic_plan -c enable_bitmapscan=off -c enable_seqscan=off";

  private final String url;
  private final String user;
  private final String password;

  OutboxConnections(
      @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
      @ConfigProperty(name = "quarkus.datasource.username") String user,
      @ConfigProperty(name = "quarkus.datasource.password") String password) {
    this.url = url;
    this.user = user;
    this.password = password;
  }

  /** The relay's: its commits are not awaited. */
  Connection open() throws SQLException {
    return open("outbox", "-c synchronous_commit=off");
  }

  /** In autocommit; a commit is on disk when it returns. */
  public Connection openDurable(String name) throws SQLException {
    return open(name, "-c synchronous_commit=on");
  }

  private Connection open(String name, String options) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", user);
    properties.setProperty("password", password);
    properties.setProperty("options", options + PLANS);
    properties.setProperty("ApplicationName", name);
    properties.setProperty("tcpKeepAlive", "true");
    return DriverManager.getConnection(url, properties);
  }
}
