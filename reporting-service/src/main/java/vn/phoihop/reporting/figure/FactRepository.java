package vn.phoihop.reporting.figure;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Keeps facts, a statement a kind however many there are, and says what they count for. */
@Singleton
class FactRepository {

  private static final int LOCK_SPACE = 0x46494755;
  private static final int LOCKS = 1024;

  static final String CONTRIBUTIONS =
      "SELECT enterprise_id, period, violation_types, "
          + Sql.each(Sql.all(), column -> column)
          + " FROM contribution WHERE id = ANY (?) AND enterprise_id = ANY (?)";

  private final AgroalDataSource dataSource;

  FactRepository(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * Until the transaction ends nobody else takes facts of these enterprises. In one order, so that
   * two batches never wait for each other; in so many buckets, so that a fact that concerns every
   * enterprise does not fill PostgreSQL's table of locks.
   */
  void lock(Collection<UUID> enterprises) {
    Integer[] buckets =
        enterprises.stream()
            .map(id -> Math.floorMod(id.hashCode(), LOCKS))
            .distinct()
            .sorted()
            .toArray(Integer[]::new);
    write("SELECT pg_advisory_xact_lock(" + LOCK_SPACE + ", b) FROM unnest(?::int[]) b", buckets);
  }

  void keep(Facts batch) {
    if (!batch.incidents().isEmpty()) {
      keepIncidents(batch.incidents());
    }
    if (!batch.measures().isEmpty()) {
      keepMeasures(batch.measures());
    }
    if (!batch.requests().isEmpty()) {
      keepRequests(batch.requests());
    }
    if (!batch.answers().isEmpty()) {
      keepAnswers(batch.answers());
    }
    if (!batch.parties().isEmpty()) {
      keepParties(batch.parties());
    }
  }

  private void keepIncidents(Collection<IncidentChanged> rows) {
    write(
        """
        INSERT INTO incident AS known
          (id, enterprise_id, period, sequence, state, violation_types, referred, damage_vnd)
        SELECT id, enterprise_id, period, sequence, state, string_to_array(types, ' '), referred, damage_vnd
        FROM unnest(?::uuid[], ?::uuid[], ?::text[], ?::bigint[], ?::text[], ?::text[], ?::boolean[], ?::bigint[])
          AS t (id, enterprise_id, period, sequence, state, types, referred, damage_vnd)
        ON CONFLICT (id) DO UPDATE SET sequence = excluded.sequence, state = excluded.state,
          violation_types = excluded.violation_types, referred = excluded.referred,
          damage_vnd = excluded.damage_vnd
        WHERE known.sequence < excluded.sequence""",
        Sql.array(rows, new UUID[0], IncidentChanged::id),
        Sql.array(rows, new UUID[0], IncidentChanged::enterpriseId),
        Sql.array(rows, new String[0], row -> Period.of(row.receivedAt()).toString()),
        Sql.array(rows, new Long[0], IncidentChanged::sequence),
        Sql.array(rows, new String[0], IncidentChanged::state),
        Sql.array(rows, new String[0], row -> String.join(" ", row.violationTypes())),
        Sql.array(rows, new Boolean[0], IncidentChanged::referred),
        Sql.array(rows, new Long[0], IncidentChanged::damageVnd));
  }

  private void keepMeasures(Collection<MeasureChanged> rows) {
    write(
        """
        INSERT INTO measure AS known (id, enterprise_id, period, sequence, state, incident_id, prevented_vnd)
        SELECT * FROM unnest(?::uuid[], ?::uuid[], ?::text[], ?::bigint[], ?::text[], ?::uuid[], ?::bigint[])
        ON CONFLICT (id) DO UPDATE SET sequence = excluded.sequence, state = excluded.state,
          prevented_vnd = excluded.prevented_vnd
        WHERE known.sequence < excluded.sequence""",
        Sql.array(rows, new UUID[0], MeasureChanged::id),
        Sql.array(rows, new UUID[0], MeasureChanged::enterpriseId),
        Sql.array(rows, new String[0], row -> Period.of(row.startedAt()).toString()),
        Sql.array(rows, new Long[0], MeasureChanged::sequence),
        Sql.array(rows, new String[0], MeasureChanged::state),
        rows.stream().map(MeasureChanged::incidentId).toArray(UUID[]::new),
        Sql.array(rows, new Long[0], MeasureChanged::preventedVnd));
  }

  private void keepRequests(Collection<RequestChanged> rows) {
    write(
        """
        INSERT INTO request AS known (id, enterprise_id, period, sequence, state)
        SELECT * FROM unnest(?::uuid[], ?::uuid[], ?::text[], ?::bigint[], ?::text[])
        ON CONFLICT (id) DO UPDATE SET sequence = excluded.sequence, state = excluded.state
        WHERE known.sequence < excluded.sequence""",
        Sql.array(rows, new UUID[0], RequestChanged::id),
        Sql.array(rows, new UUID[0], RequestChanged::enterpriseId),
        Sql.array(rows, new String[0], row -> Period.of(row.issuedAt()).toString()),
        Sql.array(rows, new Long[0], RequestChanged::sequence),
        Sql.array(rows, new String[0], RequestChanged::state));
  }

  private void keepAnswers(Collection<RequestAnswered> rows) {
    write(
        """
        INSERT INTO request_answer (request_id, sequence, on_time, full_items, partial_items, none_items)
        SELECT * FROM unnest(?::uuid[], ?::bigint[], ?::boolean[], ?::bigint[], ?::bigint[], ?::bigint[])
        ON CONFLICT DO NOTHING""",
        Sql.array(rows, new UUID[0], RequestAnswered::id),
        Sql.array(rows, new Long[0], RequestAnswered::sequence),
        Sql.array(rows, new Boolean[0], RequestAnswered::onTime),
        Sql.array(rows, new Long[0], row -> row.statuses().full()),
        Sql.array(rows, new Long[0], row -> row.statuses().partial()),
        Sql.array(rows, new Long[0], row -> row.statuses().none()));
  }

  private void keepParties(Collection<ExchangeParty> rows) {
    write(
        """
        INSERT INTO exchange_party AS known (exchange_id, enterprise_id, sent, at, period)
        SELECT x, e, sent, at::timestamptz, period
        FROM unnest(?::uuid[], ?::uuid[], ?::boolean[], ?::text[], ?::text[]) AS t (x, e, sent, at, period)
        ON CONFLICT (exchange_id, enterprise_id) DO UPDATE SET at = excluded.at, period = excluded.period
        WHERE excluded.at < known.at""",
        Sql.array(rows, new UUID[0], ExchangeParty::exchangeId),
        Sql.array(rows, new UUID[0], ExchangeParty::enterpriseId),
        Sql.array(rows, new Boolean[0], ExchangeParty::sent),
        Sql.array(rows, new String[0], row -> row.at().toString()),
        Sql.array(rows, new String[0], row -> Period.of(row.at()).toString()));
  }

  private void write(String sql, Object[]... columns) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      Sql.bind(statement, columns);
      statement.execute();
    } catch (SQLException e) {
      throw new IllegalStateException("facts could not be kept", e);
    }
  }

  /** What these objects count for as they stand, with these enterprises. */
  List<Contribution> contributions(Collection<UUID> ids, Collection<UUID> enterprises) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(CONTRIBUTIONS)) {
      Sql.bind(statement, ids.toArray(UUID[]::new), enterprises.toArray(UUID[]::new));
      List<Contribution> found = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(
              new Contribution(
                  rows.getObject(1, UUID.class),
                  rows.getString(2),
                  List.of((String[]) rows.getArray(3).getArray()),
                  Sql.totals(rows, 4)));
        }
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException("contributions could not be read", e);
    }
  }
}
