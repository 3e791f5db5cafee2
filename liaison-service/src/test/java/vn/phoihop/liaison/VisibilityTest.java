package vn.phoihop.liaison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

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
class VisibilityTest {

  private UUID enterprise;
  private UUID other;

  @BeforeEach
  void two_enterprises_with_a_liaison_each() {
    enterprise = Given.activeEnterprise();
    Given.active(enterprise, "PRIMARY");
    other = Given.activeEnterprise();
    Given.active(other, "PRIMARY");
  }

  @ParameterizedTest
  @CsvSource({
    "enterprise, id",
    "designation, enterprise_id",
    "designation_move, (SELECT enterprise_id FROM designation d WHERE d.id = designation_id)",
    "document, (SELECT enterprise_id FROM designation d WHERE d.id = aggregate_id)"
  })
  void an_enterprise_sees_its_own_rows_and_the_department_all(String table, String owner)
      throws SQLException {
    String mine = "SELECT count(*) FROM " + table + " WHERE " + owner + " = ?";
    assertEquals(true, count(enterprise.toString(), mine, enterprise) > 0);
    assertEquals(0, count(enterprise.toString(), mine, other));
    assertEquals(true, count("DEPARTMENT", mine, other) > 0);
    assertEquals(0, count("POLICE", mine, enterprise));
    assertEquals(0, count("", mine, enterprise));
  }

  @ParameterizedTest
  @CsvSource({"enrolment_code, enterprise_id", "task, subject_id"})
  void no_enterprise_sees_codes_and_tasks(String table, String owner) throws SQLException {
    String query = "SELECT count(*) FROM " + table + " WHERE " + owner + " = ?";
    assertEquals(true, count("SYSTEM", query, enterprise) > 0);
    assertEquals(0, count(enterprise.toString(), query, enterprise));
  }

  @Test
  void nobody_makes_himself_a_reader_of_anothers_designation() throws SQLException {
    String id = Database.column("SELECT id FROM designation WHERE enterprise_id = ?", other).get(0);
    assertThrows(
        SQLException.class,
        () ->
            Database.as(
                enterprise.toString(),
                connection -> {
                  try (PreparedStatement insert =
                      connection.prepareStatement(
                          "INSERT INTO designation_reader (aggregate_id, owner, party, at) VALUES (?::uuid, ?, ?, now())")) {
                    insert.setString(1, id);
                    insert.setString(2, enterprise.toString());
                    insert.setString(3, enterprise.toString());
                    return insert.executeUpdate();
                  }
                }));
  }

  private static long count(String party, String sql, UUID id) throws SQLException {
    return Database.as(
        party,
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, id);
            try (ResultSet row = select.executeQuery()) {
              row.next();
              return row.getLong(1);
            }
          }
        });
  }
}
