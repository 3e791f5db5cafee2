package vn.phoihop.platform.identity;

import io.agroal.api.AgroalPoolInterceptor;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * Tells the database who asks. Called once a transaction, after enlistment, so that the setting is
 * local to the transaction and shares BEGIN's round trip. Nobody: nothing is set, and the policies
 * deny.
 */
@Singleton
class PartyInterceptor implements AgroalPoolInterceptor {

  private final CurrentCaller callers;

  PartyInterceptor(CurrentCaller callers) {
    this.callers = callers;
  }

  @Override
  public void onConnectionAcquire(Connection connection) {
    Caller caller = callers.orNull();
    if (caller == null) {
      return;
    }
    try (PreparedStatement set =
        connection.prepareStatement("select set_config('app.party', ?, true)")) {
      set.setString(1, caller.party());
      set.execute();
    } catch (SQLException e) {
      throw new IllegalStateException("the party could not be set", e);
    }
  }
}
