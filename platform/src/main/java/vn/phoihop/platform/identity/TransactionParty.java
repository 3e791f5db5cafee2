package vn.phoihop.platform.identity;

import jakarta.inject.Singleton;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Whether the database has been told, in this transaction, who asks. Whoever sends the first
 * statement may say it in the same round trip.
 */
@Singleton
public class TransactionParty {

  /** To be sent before the statement, with the party as its parameter. */
  public static final String SET = "select set_config('app.party', ?, true)";

  private static final Object TOLD = new Object();

  private final CurrentCaller callers;
  private final TransactionSynchronizationRegistry transactions;
  private final ThreadLocal<Boolean> goesAlong = ThreadLocal.withInitial(() -> false);

  TransactionParty(CurrentCaller callers, TransactionSynchronizationRegistry transactions) {
    this.callers = callers;
    this.transactions = transactions;
  }

  /**
   * The party that the caller of this method now has to tell the database, by {@link #SET}; null
   * where it knows already, or where nobody is calling: nothing is set then, and the policies deny.
   */
  public @Nullable String take() {
    Caller caller = goesAlong.get() ? null : callers.orNull();
    if (caller == null) {
      return null;
    }
    if (transactions.getTransactionKey() != null) {
      if (transactions.getResource(TOLD) != null) {
        return null;
      }
      transactions.putResource(TOLD, true);
    }
    return caller.party();
  }

  /**
   * A connection for who has taken the party and sends it along with a first statement. Outside a
   * transaction nobody would know that, and it would be sent once more.
   */
  public Connection connect(DataSource dataSource) throws SQLException {
    goesAlong.set(true);
    try {
      return dataSource.getConnection();
    } finally {
      goesAlong.remove();
    }
  }
}
