package vn.phoihop.platform.identity;

import jakarta.inject.Singleton;
import jakarta.transaction.TransactionSynchronizationRegistry;
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

  TransactionParty(CurrentCaller callers, TransactionSynchronizationRegistry transactions) {
    this.callers = callers;
    this.transactions = transactions;
  }

  /**
   * The party that the caller of this method now has to tell the database, by {@link #SET}; null
   * where it knows already, or where nobody is calling: nothing is set then, and the policies deny.
   */
  public @Nullable String take() {
    Caller caller = callers.orNull();
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
}
