package vn.phoihop.platform.identity;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Sends a statement in one round trip together with what it needs before it: who asks, where the
 * database has not been told in this transaction. Outside a transaction PostgreSQL makes one of the
 * two by itself. For statements over arrays, whose length PostgreSQL would look at to plan them
 * anew every time.
 */
@Singleton
public class RoundTrip {

  /** Sets a statement's parameters, of which the first has number {@code first}. */
  @FunctionalInterface
  public interface Parameters {
    void set(PreparedStatement statement, int first) throws SQLException;
  }

  /** Reads what a statement answers. */
  @FunctionalInterface
  public interface Answer<T> {
    T read(ResultSet rows) throws SQLException;
  }

  /** To be sent before the statement, with the party as its parameter. */
  public static final String BEGIN =
      TransactionParty.SET + ", set_config('plan_cache_mode', 'force_generic_plan', true);\n";

  private final AgroalDataSource dataSource;
  private final TransactionParty parties;

  RoundTrip(AgroalDataSource dataSource, TransactionParty parties) {
    this.dataSource = dataSource;
    this.parties = parties;
  }

  /**
   * Sends a query.
   *
   * @throws SQLException as the database says
   */
  public <T> T send(String sql, Parameters parameters, Answer<T> answer) throws SQLException {
    String party = parties.take();
    try (Connection connection = parties.connect(dataSource);
        PreparedStatement statement =
            connection.prepareStatement(party == null ? sql : BEGIN + sql)) {
      if (party != null) {
        statement.setString(1, party);
      }
      parameters.set(statement, party == null ? 1 : 2);
      statement.execute();
      if (party != null) {
        statement.getMoreResults();
      }
      try (ResultSet rows = statement.getResultSet()) {
        return answer.read(rows);
      }
    }
  }
}
