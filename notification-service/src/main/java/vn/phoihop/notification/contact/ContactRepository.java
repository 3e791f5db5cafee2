package vn.phoihop.notification.contact;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class ContactRepository {

  private final AgroalDataSource dataSource;

  ContactRepository(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Keeps the newest; an older one that comes late changes nothing. */
  void put(ContactChanged contact) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                """
                INSERT INTO contact AS c
                  (person_id, party, role, email, active, valid_from, valid_to, sequence)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (person_id) DO UPDATE SET party = excluded.party, role = excluded.role,
                  email = excluded.email, active = excluded.active,
                  valid_from = excluded.valid_from, valid_to = excluded.valid_to,
                  sequence = excluded.sequence
                WHERE c.sequence < excluded.sequence""")) {
      statement.setObject(1, contact.personId());
      statement.setString(2, contact.party());
      statement.setString(3, contact.role().name());
      statement.setString(4, contact.email());
      statement.setBoolean(5, contact.active());
      statement.setObject(6, contact.validFrom());
      statement.setObject(7, contact.validTo());
      statement.setLong(8, contact.sequence());
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("the contact could not be kept", e);
    }
  }

  void erase(UUID personId) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement =
            connection.prepareStatement("DELETE FROM contact WHERE person_id = ?")) {
      statement.setObject(1, personId);
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("the contact could not be erased", e);
    }
  }

  Optional<Recipient> liaison(String party, LocalDate today) {
    return first("role IN ('PRIMARY', 'DEPUTY')", party, today);
  }

  Optional<Recipient> leader(String party, LocalDate today) {
    return first("role = 'LEADER'", party, today);
  }

  private Optional<Recipient> first(String roles, String party, LocalDate today) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "SELECT person_id, email FROM contact WHERE party = ? AND active AND "
                    + roles
                    + """
                       AND (valid_from IS NULL OR valid_from <= ?)
                       AND (valid_to IS NULL OR valid_to >= ?)
                     ORDER BY role DESC, sequence DESC, person_id LIMIT 1""")) {
      statement.setString(1, party);
      statement.setObject(2, today);
      statement.setObject(3, today);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next()
            ? Optional.of(new Recipient(rows.getObject(1, UUID.class), rows.getString(2)))
            : Optional.empty();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the contacts could not be read", e);
    }
  }
}
