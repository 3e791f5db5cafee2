package vn.phoihop.notification.calendar;

import com.fasterxml.jackson.databind.JsonNode;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;

@ApplicationScoped
class CalendarRepository {

  private final AgroalDataSource dataSource;

  CalendarRepository(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** A version of the list and its years as JSON. */
  record Version(long number, byte[] years) {}

  void add(long version, LocalDate validFrom, JsonNode years) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                """
                INSERT INTO calendar (version, valid_from, items) VALUES (?, ?, ?::jsonb)
                ON CONFLICT DO NOTHING""")) {
      statement.setLong(1, version);
      statement.setObject(2, validFrom);
      statement.setString(3, years.toString());
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("the calendar could not be kept", e);
    }
  }

  Optional<Version> validOn(LocalDate day) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                """
                SELECT version, items::text FROM calendar WHERE valid_from <= ?
                ORDER BY version DESC LIMIT 1""")) {
      statement.setObject(1, day);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next()
            ? Optional.of(
                new Version(rows.getLong(1), rows.getString(2).getBytes(StandardCharsets.UTF_8)))
            : Optional.empty();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the calendar could not be read", e);
    }
  }
}
