package vn.phoihop.bench.fanout;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import vn.phoihop.bench.http.Receiver;
import vn.phoihop.bench.http.Reports;
import vn.phoihop.bench.http.Wire;
import vn.phoihop.bench.lab.Lab;
import vn.phoihop.bench.lab.Subscription;
import vn.phoihop.bench.stack.Database;
import vn.phoihop.bench.stack.Pause;
import vn.phoihop.deploy.Failure;

/** Ours: a report, told to every subscription. */
final class Product implements AutoCloseable {

  private static final String NOTIFICATION =
      """
      SELECT id FROM notification.notification WHERE object_id = ?""";
  private static final String ON_RECORD =
      """
      SELECT count(*) FROM notification.delivery WHERE notification_id = ? AND state = 'DELIVERED'""";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Reports reports;
  private final Counter counter;
  private final int endpoints;
  private final Connection connection;

  Product(Lab lab, Receiver receiver, Counter counter, int endpoints) {
    this.reports = lab.reports();
    this.counter = counter;
    this.endpoints = endpoints;
    this.connection = lab.stack().database().superuser(Database.SERVICES);
    String token = lab.token("police");
    lab.say("   subscribing %d endpoints", endpoints);
    for (int i = 0; i < endpoints; i++) {
      Subscription.of(lab, receiver.url(i), token);
    }
  }

  /** Tells events one after the other, each when the former is on record everywhere. */
  Rates tell(Wire wire, int events) {
    double arrived = 0;
    double recorded = 0;
    for (int i = 0; i < events; i++) {
      counter.expect(endpoints);
      UUID incident = UUID.fromString(reports.send(wire));
      long begin = System.nanoTime();
      long last = counter.awaitLast();
      UUID told = one(NOTIFICATION, incident, UUID.class);
      Pause.until(
          "deliveries on record", PATIENCE, 5, () -> one(ON_RECORD, told, Long.class) == endpoints);
      recorded += (System.nanoTime() - begin) / 1e9;
      arrived += (last - begin) / 1e9;
    }
    double all = (double) events * endpoints;
    return new Rates(all / arrived, all / recorded);
  }

  private <T> T one(String sql, UUID id, Class<T> type) {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setObject(1, id);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getObject(1, type);
      }
    } catch (SQLException e) {
      throw new Failure("PostgreSQL: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      // It is gone either way.
    }
  }
}
