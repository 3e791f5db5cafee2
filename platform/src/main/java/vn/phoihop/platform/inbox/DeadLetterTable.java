package vn.phoihop.platform.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import vn.phoihop.platform.http.Position;
import vn.phoihop.platform.outbox.EventJson;

/** Dead letters as the operator sees them, and as their consumer is given them again. */
@Singleton
class DeadLetterTable {

  private static final String VIEW =
      """
      SELECT id, consumer, topic, partition, "offset", key, headers->>'ce_type' AS type,
        headers->>'ce_id' AS event_id, reason, at, attempts, last_attempt_at, redriven_at
      FROM dead_letter""";

  private final AgroalDataSource dataSource;

  DeadLetterTable(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Newest first, from a position on. */
  List<DeadLetterView> page(boolean redriven, @Nullable Position from, int limit) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                VIEW
                    + """

                     WHERE (redriven_at IS NOT NULL) = ?
                      AND (at, id) < (coalesce(?, 'infinity'::timestamptz), coalesce(?, 'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid))
                    ORDER BY at DESC, id DESC LIMIT ?""")) {
      select.setBoolean(1, redriven);
      select.setObject(2, from == null ? null : from.at().atOffset(ZoneOffset.UTC));
      select.setObject(3, from == null ? null : from.id());
      select.setInt(4, limit);
      return read(select);
    } catch (SQLException e) {
      throw new IllegalStateException("the dead letters could not be read", e);
    }
  }

  Optional<DeadLetterView> find(UUID id) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(VIEW + " WHERE id = ?")) {
      select.setObject(1, id);
      return read(select).stream().findFirst();
    } catch (SQLException e) {
      throw new IllegalStateException("the dead letter could not be read", e);
    }
  }

  /** The record as it came, its row locked; empty where it has been taken meanwhile. */
  Optional<KafkaEvent> lock(UUID id) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                """
                SELECT topic, partition, "offset", key, headers, payload FROM dead_letter
                WHERE id = ? AND redriven_at IS NULL FOR UPDATE""")) {
      select.setObject(1, id);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(KafkaEvent.of(record(row))) : Optional.empty();
      }
    } catch (SQLException | IOException e) {
      throw new IllegalStateException("the dead letter could not be read", e);
    }
  }

  /** Keeps what an attempt came to; reason is null where the record was taken. */
  void attempted(UUID id, @Nullable String reason) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement update =
            connection.prepareStatement(
                """
                UPDATE dead_letter SET attempts = attempts + 1, last_attempt_at = now(),
                  reason = coalesce(?, reason), redriven_at = CASE WHEN ? THEN now() END
                WHERE id = ? AND redriven_at IS NULL""")) {
      update.setString(1, reason);
      update.setBoolean(2, reason == null);
      update.setObject(3, id);
      update.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("the dead letter could not be marked", e);
    }
  }

  private static ConsumerRecord<String, byte[]> record(ResultSet row)
      throws SQLException, IOException {
    RecordHeaders headers = new RecordHeaders();
    EventJson.read(row.getString(5).getBytes(StandardCharsets.UTF_8), JsonNode.class)
        .properties()
        .forEach(
            header ->
                headers.add(
                    header.getKey(), header.getValue().asText().getBytes(StandardCharsets.UTF_8)));
    return new ConsumerRecord<>(
        row.getString(1),
        row.getInt(2),
        row.getLong(3),
        ConsumerRecord.NO_TIMESTAMP,
        TimestampType.NO_TIMESTAMP_TYPE,
        ConsumerRecord.NULL_SIZE,
        ConsumerRecord.NULL_SIZE,
        row.getString(4),
        row.getBytes(6),
        headers,
        Optional.empty());
  }

  private static List<DeadLetterView> read(PreparedStatement select) throws SQLException {
    List<DeadLetterView> views = new ArrayList<>();
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        Instant redriven = instant(row, "redriven_at");
        views.add(
            new DeadLetterView(
                row.getObject("id", UUID.class),
                row.getString("consumer"),
                row.getString("topic"),
                row.getInt("partition"),
                row.getLong("offset"),
                uuid(row.getString("key")),
                type(row.getString("type")),
                uuid(row.getString("event_id")),
                row.getString("reason"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getInt("attempts"),
                instant(row, "last_attempt_at"),
                redriven,
                redriven == null ? null : "REDRIVEN"));
      }
    }
    return views;
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  /** Keys and headers of poison may hold anything: shown is only what has the form of ours. */
  private static @Nullable UUID uuid(@Nullable String text) {
    try {
      return text == null ? null : UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static @Nullable String type(@Nullable String type) {
    return type != null && type.matches("vn\\.phoihop\\.[a-z_]{1,40}\\.[a-z_]{1,40}\\.v1")
        ? type.substring("vn.phoihop.".length(), type.length() - ".v1".length())
        : null;
  }
}
