package vn.phoihop.notification.contact;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class ContactRepository {

  private final AgroalDataSource dataSource;

  ContactRepository(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * Keeps the newest; an older one that comes late changes nothing. Another address has not failed
   * yet.
   */
  void put(ContactChanged contact) {
    update(
        """
        INSERT INTO contact AS c
          (person_id, party, role, email, phone, active, valid_from, valid_to, sequence)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (person_id) DO UPDATE SET party = excluded.party, role = excluded.role,
          email = excluded.email, phone = excluded.phone, active = excluded.active,
          valid_from = excluded.valid_from, valid_to = excluded.valid_to,
          sequence = excluded.sequence,
          unreachable_since = CASE WHEN c.email = excluded.email THEN c.unreachable_since END,
          unreachable_reason = CASE WHEN c.email = excluded.email THEN c.unreachable_reason END
        WHERE c.sequence < excluded.sequence""",
        contact.personId(),
        contact.party(),
        contact.role().name(),
        contact.email(),
        contact.phone(),
        contact.active(),
        contact.validFrom(),
        contact.validTo(),
        contact.sequence());
  }

  void erase(UUID personId) {
    update("DELETE FROM contact WHERE person_id = ?", personId);
  }

  void name(EnterpriseNamed enterprise) {
    update(
        """
        INSERT INTO enterprise_name AS n (enterprise_id, name, sequence) VALUES (?, ?, ?)
        ON CONFLICT (enterprise_id) DO UPDATE SET name = excluded.name, sequence = excluded.sequence
        WHERE n.sequence < excluded.sequence""",
        enterprise.id(),
        enterprise.name(),
        enterprise.sequence());
  }

  /** True where it was not marked before. */
  boolean mark(UUID personId, String reason, Instant at) {
    return update(
            """
            UPDATE contact SET unreachable_since = ?, unreachable_reason = ?
            WHERE person_id = ? AND unreachable_since IS NULL""",
            at.atOffset(ZoneOffset.UTC),
            reason,
            personId)
        == 1;
  }

  /** True where it was marked. */
  boolean clear(UUID personId) {
    return update(
            """
            UPDATE contact SET unreachable_since = NULL, unreachable_reason = NULL
            WHERE person_id = ? AND unreachable_since IS NOT NULL""",
            personId)
        == 1;
  }

  Roster roster(UUID enterpriseId, LocalDate day) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                """
                SELECT person_id, role, email, phone, name FROM contact
                  LEFT JOIN enterprise_name ON enterprise_id = ?
                WHERE party = ? AND active
                  AND (valid_from IS NULL OR valid_from <= ?) AND (valid_to IS NULL OR valid_to >= ?)
                ORDER BY role DESC, contact.sequence DESC, person_id""")) {
      statement.setObject(1, enterpriseId);
      statement.setString(2, enterpriseId.toString());
      statement.setObject(3, day);
      statement.setObject(4, day);
      try (ResultSet rows = statement.executeQuery()) {
        String name = null;
        List<Recipient> persons = new ArrayList<>();
        while (rows.next()) {
          name = rows.getString("name");
          persons.add(
              new Recipient(
                  rows.getObject("person_id", UUID.class),
                  ContactRole.valueOf(rows.getString("role")),
                  rows.getString("email"),
                  rows.getString("phone")));
        }
        return new Roster(name, persons);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the contacts could not be read", e);
    }
  }

  private int update(String sql, @Nullable Object... parameters) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("the contacts could not be kept", e);
    }
  }
}
