package vn.phoihop.incident.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.phoihop.platform.test.Database;

/** Row-level security alone, without a line of the service: what each party's queries can see. */
@QuarkusTest
class RequestVisibilityTest {

  private Requests sides;

  @BeforeEach
  void acknowledged() {
    sides = Requests.acknowledged();
  }

  @ParameterizedTest
  @CsvSource({
    "information_request_content, request_id",
    "information_request_answer, request_id",
    "information_request_document, request_id",
    "information_request_history, request_id",
    "information_request_stop, request_id",
    "information_request_download, request_id",
    "document, aggregate_id",
    "document_chunk, aggregate_id"
  })
  void the_department_sees_content_with_an_objection_alone(String table, String column)
      throws SQLException {
    String document = sides.upload("một");
    sides
        .receiver(
            "answers",
            "{\"items\": [{\"n\": 1, \"status\": \"FULL\", \"documents\": [\""
                + document
                + "\"]}]}")
        .statusCode(200);
    vn.phoihop.incident.Api.as(Requests.police())
        .get("/api/v1/request-documents/{id}/content", document)
        .then()
        .statusCode(200);
    sides.asker("return", "{\"reasons\": [\"INCOMPLETE\"]}").statusCode(200);
    String rows = "SELECT count(*) FROM " + table + " WHERE " + column + " = ?::uuid";
    for (String reader : List.of(sides.enterprise.toString(), "POLICE")) {
      assertTrue(count(reader, rows) > 0, reader);
    }
    for (String stranger :
        List.of(UUID.randomUUID().toString(), "CUSTOMS", "DEPARTMENT", "AUDITOR", "OPERATOR", "")) {
      assertEquals(0, count(stranger, rows), stranger);
    }

    sides
        .receiver("object", "{\"reasonCode\": \"OVERBROAD\", \"text\": \"Quá rộng\"}")
        .statusCode(200);

    assertTrue(count("DEPARTMENT", rows) > 0);
    assertEquals(0, count("AUDITOR", rows));
  }

  @Test
  void the_header_is_the_sides_the_departments_and_the_auditors() throws SQLException {
    String rows = "SELECT count(*) FROM information_request WHERE id = ?::uuid";
    for (String reader :
        List.of(sides.enterprise.toString(), "POLICE", "DEPARTMENT", "AUDITOR", "SYSTEM")) {
      assertEquals(1, count(reader, rows), reader);
    }
    for (String stranger : List.of(UUID.randomUUID().toString(), "CUSTOMS", "OPERATOR", "")) {
      assertEquals(0, count(stranger, rows), stranger);
    }
  }

  @Test
  void who_only_reads_the_header_changes_nothing() throws SQLException {
    String change = "UPDATE information_request SET state = 'CANCELLED' WHERE id = ?::uuid";
    for (String stranger : List.of("DEPARTMENT", "AUDITOR", "CUSTOMS")) {
      assertEquals(0, count(stranger, change), stranger);
    }
  }

  @Test
  void nobody_makes_himself_a_reader_or_objects_for_another() {
    assertThrows(
        SQLException.class,
        () ->
            count(
                "CUSTOMS",
                "INSERT INTO information_request_reader VALUES (?::uuid, 'CUSTOMS', 'CUSTOMS', now())"));
    assertThrows(
        SQLException.class,
        () ->
            count(
                "CUSTOMS",
                "INSERT INTO request_objection_reader VALUES (?::uuid, 'CUSTOMS', 'CUSTOMS', now())"));
    assertThrows(
        SQLException.class,
        () ->
            count(
                "CUSTOMS",
                "INSERT INTO request_objection VALUES (?::uuid, '"
                    + sides.enterprise
                    + "', '{}', now())"));
    assertThrows(
        SQLException.class,
        () ->
            count(
                "CUSTOMS",
                "INSERT INTO request_objection VALUES (?::uuid, 'CUSTOMS', '{}', now())"));
  }

  private long count(String party, String sql) throws SQLException {
    return Database.as(
        party,
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, sides.id);
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
