package vn.phoihop.platform.identity;

import io.agroal.api.AgroalPoolInterceptor;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * Tells the database who asks. Called once a transaction, after enlistment, so that the setting is
 * local to the transaction and shares BEGIN's round trip.
 */
@Singleton
class PartyInterceptor implements AgroalPoolInterceptor {

  private final TransactionParty parties;

  PartyInterceptor(TransactionParty parties) {
    this.parties = parties;
  }

  @Override
  public void onConnectionAcquire(Connection connection) {
    String party = parties.take();
    if (party == null) {
      return;
    }
    try (PreparedStatement set = connection.prepareStatement(TransactionParty.SET)) {
      set.setString(1, party);
      set.execute();
    } catch (SQLException e) {
      throw new IllegalStateException("the party could not be set", e);
    }
  }
}
