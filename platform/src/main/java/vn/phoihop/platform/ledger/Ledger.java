package vn.phoihop.platform.ledger;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import vn.phoihop.platform.crash.CrashPoint;
import vn.phoihop.platform.identity.TransactionParty;

/**
 * Collects what a transaction must write beside its change (outbox, audit, idempotency) and writes
 * all of it in one statement just before commit: one round trip however many rows. A repository may
 * add its own inserts to that statement.
 */
@Singleton
public class Ledger {

  private static final Object KEY = new Object();

  private final AgroalDataSource dataSource;
  private final TransactionSynchronizationRegistry transactions;
  private final Instance<EntityManager> entityManager;
  private final Event<Committed> committed;
  private final TransactionParty parties;

  Ledger(
      AgroalDataSource dataSource,
      TransactionSynchronizationRegistry transactions,
      Instance<EntityManager> entityManager,
      Event<Committed> committed,
      TransactionParty parties) {
    this.dataSource = dataSource;
    this.transactions = transactions;
    this.entityManager = entityManager;
    this.committed = committed;
    this.parties = parties;
  }

  public void add(OutboxRow row) {
    current().outbox.add(row);
  }

  public void add(AuditRow row) {
    current().audit.add(row);
  }

  public void add(IdempotencyRow row) {
    current().idempotency = row;
  }

  /**
   * Adds a data-modifying CTE to the statement.
   *
   * @param cte {@code name AS (INSERT …)}, with ? for each parameter, without RETURNING; its
   *     sub-statements see the database as it was before the statement
   * @param parameters null, String, Long, Integer, Boolean, UUID, Instant, or an array of String,
   *     Long or UUID
   * @throws IllegalStateException outside a transaction
   */
  public void enlist(String cte, @Nullable Object... parameters) {
    current().enlist(cte, parameters);
  }

  private LedgerEntries current() {
    if (!QuarkusTransaction.isActive()) {
      throw new IllegalStateException("the ledger is written in the transaction of its change");
    }
    LedgerEntries entries = (LedgerEntries) transactions.getResource(KEY);
    if (entries == null) {
      // A session can no longer join when the transaction is about to commit: it joins now, to be
      // flushed then.
      if (entityManager.isResolvable()) {
        entityManager.get().getFlushMode();
      }
      LedgerEntries fresh = new LedgerEntries();
      transactions.putResource(KEY, fresh);
      transactions.registerInterposedSynchronization(
          new Synchronization() {
            @Override
            public void beforeCompletion() {
              write(fresh);
            }

            @Override
            public void afterCompletion(int status) {
              if (status == Status.STATUS_COMMITTED && !fresh.outbox.isEmpty()) {
                CrashPoint.reached("committed");
                committed.fire(new Committed(fresh.outbox));
              }
            }
          });
      return fresh;
    }
    return entries;
  }

  private void write(LedgerEntries entries) {
    // The aggregate's row is locked before its outbox row gets a number: that is what keeps events
    // of it in order.
    if (entityManager.isResolvable()) {
      entityManager.get().flush();
    }
    // Nothing was asked of the database before: who asks goes in one round trip with what is to be
    // written.
    String party = parties.take();
    String sql = party == null ? entries.sql() : TransactionParty.SET + ";\n" + entries.sql();
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      if (party != null) {
        statement.setString(1, party);
      }
      entries.bind(statement, party == null ? 1 : 2);
      statement.execute();
      if (party != null) {
        statement.getMoreResults();
      }
      try (ResultSet result = statement.getResultSet()) {
        result.next();
        if (entries.idempotency != null && result.getLong(1) == 0) {
          throw new KeyTaken();
        }
      }
    } catch (SQLException e) {
      throw new LedgerFault(e);
    }
  }

  /** Carries the SQLSTATE to whoever decides what the fault means. */
  static final class LedgerFault extends RuntimeException {
    LedgerFault(SQLException cause) {
      super("the ledger could not be written", cause);
    }
  }
}
