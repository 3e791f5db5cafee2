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
  private static final String AT_REST =
      """
      SELECT NOT EXISTS (SELECT FROM notification.outbox WHERE published_at IS NULL)
        AND NOT EXISTS (SELECT FROM notification.audit_todo)
        AND NOT EXISTS (SELECT FROM incident.outbox WHERE published_at IS NULL)
        AND NOT EXISTS (SELECT FROM incident.audit_todo)""";
  private static final Duration PATIENCE = Duration.ofMinutes(3);

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

  /** Tells an event, and waits until it is on record everywhere. */
  Times tell(Wire wire) {
    counter.expect(endpoints);
    UUID incident = UUID.fromString(reports.send(wire));
    long begin = System.nanoTime();
    long last = counter.awaitLast();
    UUID told = one(NOTIFICATION, UUID.class, incident);
    Pause.until(
        "deliveries on record", PATIENCE, 5, () -> one(ON_RECORD, Long.class, told) == endpoints);
    return new Times((last - begin) / 1e9, (System.nanoTime() - begin) / 1e9);
  }

  /** Waits until nothing that was told leaves anything to do: its own events, the audit's seals. */
  void rest() {
    Pause.until("nothing left to do", PATIENCE, 20, () -> one(AT_REST, Boolean.class));
  }

  private <T> T one(String sql, Class<T> type, UUID... parameters) {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
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
