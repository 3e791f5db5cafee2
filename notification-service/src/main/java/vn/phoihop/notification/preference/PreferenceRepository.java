package vn.phoihop.notification.preference;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Preferences; row-level security shows an enterprise its own people's. */
@ApplicationScoped
class PreferenceRepository {

  private final AgroalDataSource dataSource;

  PreferenceRepository(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  void open(UUID personId, String party) {
    update(
        """
        INSERT INTO preference AS p (person_id, party) VALUES (?, ?)
        ON CONFLICT (person_id) DO UPDATE SET party = excluded.party
        WHERE p.party <> excluded.party""",
        personId,
        party);
  }

  void erase(UUID personId) {
    update("DELETE FROM preference WHERE person_id = ?", personId);
  }

  Optional<Preference> find(UUID personId, boolean forUpdate) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                """
                SELECT person_id, language, digested, muted, quiet_from, quiet_to, sequence
                FROM preference WHERE person_id = ?"""
                    + (forUpdate ? " FOR UPDATE" : ""))) {
      statement.setObject(1, personId);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() ? Optional.of(read(rows)) : Optional.empty();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the preference could not be read", e);
    }
  }

  void save(Preference preference) {
    QuietHours quiet = preference.quietHours();
    update(
        """
        UPDATE preference SET language = ?, digested = ?, muted = ?, quiet_from = ?, quiet_to = ?,
          sequence = ? WHERE person_id = ?""",
        preference.language().name(),
        names(preference.digested()),
        names(preference.muted()),
        quiet == null ? null : quiet.from(),
        quiet == null ? null : quiet.to(),
        preference.sequence(),
        preference.personId());
  }

  private static Preference read(ResultSet row) throws SQLException {
    LocalTime from = row.getObject("quiet_from", LocalTime.class);
    LocalTime to = row.getObject("quiet_to", LocalTime.class);
    return new Preference(
        row.getObject("person_id", UUID.class),
        Language.valueOf(row.getString("language")),
        classes(row, "digested"),
        classes(row, "muted"),
        from == null || to == null ? null : new QuietHours(from, to),
        row.getLong("sequence"));
  }

  private static Set<NoticeClass> classes(ResultSet row, String column) throws SQLException {
    return Arrays.stream((String[]) row.getArray(column).getArray())
        .map(NoticeClass::valueOf)
        .collect(Collectors.toSet());
  }

  private static String[] names(Set<NoticeClass> classes) {
    return classes.stream().map(Enum::name).sorted().toArray(String[]::new);
  }

  private void update(String sql, @Nullable Object... parameters) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("the preference could not be kept", e);
    }
  }
}
