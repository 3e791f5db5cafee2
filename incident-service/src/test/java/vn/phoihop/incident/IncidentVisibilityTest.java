package vn.phoihop.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.phoihop.platform.test.Database;

/** Row-level security alone, without a line of the service: what each party's queries can see. */
@QuarkusTest
class IncidentVisibilityTest {

  private final UUID enterprise = UUID.randomUUID();
  private String incident;

  @BeforeEach
  void an_incident_with_evidence() {
    incident = Api.report(enterprise);
    Api.seal(enterprise, incident, "a.txt", "một");
  }

  @ParameterizedTest
  @CsvSource({
    "incident, id",
    "incident_version, incident_id",
    "incident_indicator, incident_id",
    "incident_history, incident_id",
    "evidence, incident_id",
    "evidence_custody, incident_id",
    "document, aggregate_id",
    "document_chunk, aggregate_id"
  })
  void only_the_incidents_readers_see_its_rows(String table, String column) throws SQLException {
    String rows = "SELECT count(*) FROM " + table + " WHERE " + column + " = ?::uuid";
    for (String reader : new String[] {enterprise.toString(), "DEPARTMENT", "POLICE"}) {
      assertTrue(count(reader, rows) > 0, reader);
    }
    for (String stranger :
        new String[] {UUID.randomUUID().toString(), "CUSTOMS", "AUDITOR", "OPERATOR", ""}) {
      assertEquals(0, count(stranger, rows), stranger);
    }
  }

  @Test
  void nobody_makes_himself_a_reader_or_writes_history_for_another() {
    assertThrows(
        SQLException.class,
        () ->
            count(
                "CUSTOMS",
                "INSERT INTO incident_reader VALUES (?::uuid, 'CUSTOMS', 'CUSTOMS', now())"));
    assertThrows(
        SQLException.class,
        () ->
            count(
                "CUSTOMS",
                "INSERT INTO incident_history VALUES (?::uuid, 2, 'POLICE', null, now(), 'close', 'CLOSED', 1, null)"));
  }

  private long count(String party, String sql) throws SQLException {
    return Database.as(
        party,
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, incident);
            if (!statement.execute()) {
              return (long) statement.getUpdateCount();
            }
            try (ResultSet row = statement.getResultSet()) {
              row.next();
              return row.getLong(1);
            }
          }
        });
  }
}
