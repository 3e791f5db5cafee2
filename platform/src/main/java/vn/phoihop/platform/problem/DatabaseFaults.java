package vn.phoihop.platform.problem;

import java.sql.SQLException;
import javax.transaction.xa.XAException;
import org.jspecify.annotations.Nullable;

/** What a fault of PostgreSQL means, by its SQLSTATE (PostgreSQL, appendix A). */
public final class DatabaseFaults {

  private DatabaseFaults() {}

  /**
   * Whether the same work may succeed later: the connection, a lock, a conflict, the server's
   * state.
   */
  public static boolean isTransient(Throwable thrown) {
    Throwable root = thrown;
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        String state = sql.getSQLState();
        // Agroal's own faults (no connection to be had in time) carry no state.
        return state == null || state.matches("(08|40|53|55|57|58).*");
      }
      root = cause;
    }
    return isLostCommit(root);
  }

  /** Whether the database could not be reached at all. */
  public static boolean isAway(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        String state = sql.getSQLState();
        return state == null || state.matches("(08|57).*");
      }
    }
    return false;
  }

  /** A commit that failed without a word from PostgreSQL lost its connection. */
  static boolean isLostCommit(Throwable root) {
    return root instanceof XAException
        || root.getClass().getPackageName().equals("jakarta.transaction");
  }

  static @Nullable ProblemException refusal(SQLException sql) {
    String state = sql.getSQLState();
    if (state == null || state.matches("(08|53|57|58).*")) {
      return ProblemException.unavailable(5);
    }
    if (state.startsWith("40") || state.startsWith("55")) {
      return ProblemException.of(CommonProblem.CONCURRENT_CHANGE);
    }
    if (state.equals("23505")) {
      return ProblemException.of(CommonProblem.DUPLICATE);
    }
    // Data that no column takes: validation should have refused it at the door.
    if (state.startsWith("22")) {
      return ProblemException.of(CommonProblem.INVALID);
    }
    return null;
  }
}
