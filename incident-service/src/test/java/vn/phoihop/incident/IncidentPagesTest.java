package vn.phoihop.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.phoihop.incident.Api.as;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.phoihop.incident.enterprise.Enterprises;
import vn.phoihop.incident.exchange.Exchanges;
import vn.phoihop.incident.measure.Measures;
import vn.phoihop.incident.report.Reports;
import vn.phoihop.incident.request.Requests;
import vn.phoihop.platform.test.Database;
import vn.phoihop.platform.test.PagedLists;
import vn.phoihop.platform.test.Tokens;

/** Every list that belongs to one object, where its rows are of the same moment too. */
@QuarkusTest
class IncidentPagesTest {

  private static final int ROWS = 3;

  private final UUID enterprise = Enterprises.active("AGENT");
  private final UUID peer = Enterprises.active("AGENT");

  @BeforeEach
  void ready() {
    Api.awaitReady();
  }

  @Test
  void versions_history_and_evidence_of_incidents() throws SQLException {
    PagedLists lists = new PagedLists();
    for (String id : List.of(incident(), incident())) {
      String path = "/api/v1/incidents/" + id;
      read(lists, Tokens.enterprise(enterprise), path, "/versions", "/history", "/evidence");
      read(lists, Tokens.department(), path, "/versions", "/history", "/evidence");
    }
    lists.check();
  }

  private String incident() throws SQLException {
    String id = Api.report(enterprise);
    for (int i = 1; i < ROWS; i++) {
      amend(id, "Bổ sung " + i);
    }
    for (int i = 0; i < ROWS + 2; i++) {
      Api.seal(enterprise, id, "a" + i + ".txt", "một");
    }
    sameMoment("incident_version", "incident_id", id);
    sameMoment("incident_history", "incident_id", id);
    // The first stays the earliest: some are of one moment, and one is not.
    sameMoment("evidence", "file_name <> 'a0.txt' AND incident_id", id);
    return id;
  }

  @Test
  void what_is_added_while_somebody_reads_comes_on_a_later_page() throws SQLException {
    String id = incident();
    for (String part : List.of("history", "versions", "evidence")) {
      int before = page(id, part, 100, null).getList("items").size();
      JsonPath first = page(id, part, before - 1, null);
      if (part.equals("evidence")) {
        Api.seal(enterprise, id, "sau.txt", "một");
      } else {
        amend(id, "Bổ sung sau");
      }
      JsonPath rest = page(id, part, 100, first.getString("next"));
      List<Object> whole = page(id, part, 100, null).getList("items");
      assertEquals(before + 1, whole.size());
      assertEquals(whole.subList(before - 1, before + 1), rest.getList("items"), part);
    }
  }

  @Test
  void a_page_of_many_rows_is_read_off_an_index_one_row_further_than_it_shows()
      throws SQLException {
    String id = Api.report(enterprise);
    Database.asSuperuser(
        connection ->
            connection
                .createStatement()
                .execute(
                    """
                    INSERT INTO evidence (id, incident_id, written_by, at, file_name, media_type, size_bytes, sha256, scan)
                    SELECT gen_random_uuid(), '%1$s', '%2$s', timestamptz '2025-01-01 00:00Z' + n / 10 * interval '1 minute',
                      'a.txt', 'text/plain', 1, 'x', 'NOT_CONFIGURED' FROM generate_series(1, 5000) n;
                    INSERT INTO incident_history (incident_id, sequence, written_by, at, verb, state, version)
                    SELECT '%1$s', n, '%2$s', now(), 'amend', 'RECEIVED', 1 FROM generate_series(2, 5000) n;
                    ANALYZE evidence; ANALYZE incident_history; ANALYZE incident_reader"""
                        .formatted(id, enterprise)));
    for (String party : List.of(enterprise.toString(), "POLICE", "DEPARTMENT")) {
      reads(
          party,
          "evidence_incident_idx",
          """
          SELECT * FROM evidence WHERE incident_id = '%s'
            AND (at, id) > (timestamptz '2025-01-01 02:00Z', gen_random_uuid()) ORDER BY at, id LIMIT 51"""
              .formatted(id));
      reads(
          party,
          "incident_history_pkey",
          """
          SELECT * FROM incident_history WHERE incident_id = '%s' AND sequence > 2000 ORDER BY sequence LIMIT 51"""
              .formatted(id));
    }
  }

  private static void reads(String party, String index, String sql) throws SQLException {
    String plan =
        Database.as(
            party,
            connection -> {
              StringBuilder lines = new StringBuilder();
              try (ResultSet rows =
                  connection
                      .createStatement()
                      .executeQuery("EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF) " + sql)) {
                while (rows.next()) {
                  lines.append(rows.getString(1)).append('\n');
                }
              }
              return lines.toString();
            });
    String scan = "Index Scan using " + index;
    assertTrue(plan.contains(scan), plan);
    assertTrue(plan.substring(plan.indexOf(scan)).split("\n")[0].contains("actual rows=51"), plan);
    assertFalse(plan.contains("Sort"), plan);
  }

  private JsonPath page(String id, String part, int limit, String cursor) {
    RequestSpecification call = as(Tokens.enterprise(enterprise)).queryParam("limit", limit);
    return (cursor == null ? call : call.queryParam("cursor", cursor))
        .get("/api/v1/incidents/{id}/" + part, id)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private void amend(String id, String reason) {
    as(Tokens.enterprise(enterprise))
        .body(Reports.early().with("reason", reason).json())
        .post("/api/v1/incidents/{id}/amend", id)
        .then()
        .statusCode(200);
  }

  @Test
  void history_of_measures() throws SQLException {
    PagedLists lists = new PagedLists();
    for (int n = 0; n < 2; n++) {
      String id = Measures.take(enterprise);
      for (int i = 1; i < ROWS; i++) {
        as(Tokens.enterprise(enterprise))
            .body("{\"reviewAt\": \"2099-01-3" + (i % 2) + "T00:00:00Z\"}")
            .post("/api/v1/measures/{id}/review", id)
            .then()
            .statusCode(200);
      }
      sameMoment("measure_history", "measure_id", id);
      read(lists, Tokens.enterprise(enterprise), "/api/v1/measures/" + id, "/history");
      read(lists, Tokens.department(), "/api/v1/measures/" + id, "/history");
    }
    lists.check();
  }

  @Test
  void versions_and_history_of_exchanges() throws SQLException {
    PagedLists lists = new PagedLists();
    for (int n = 0; n < 2; n++) {
      String id = Exchanges.publish(enterprise, peer);
      for (int i = 1; i < ROWS; i++) {
        as(Tokens.enterprise(enterprise))
            .body("{\"title\": \"SIM box\", \"reason\": \"Sai số " + i + "\"}")
            .post("/api/v1/exchanges/{id}/correct", id)
            .then()
            .statusCode(200);
      }
      sameMoment("exchange_version", "exchange_id", id);
      sameMoment("exchange_history", "exchange_id", id);
      String path = "/api/v1/exchanges/" + id;
      read(lists, Tokens.enterprise(enterprise), path, "/versions", "/history");
      read(lists, Tokens.enterprise(peer), path, "/versions");
    }
    lists.check();
  }

  @Test
  void answers_history_documents_and_downloads_of_requests() throws SQLException {
    PagedLists lists = new PagedLists();
    for (Requests sides : List.of(answeredThrice(), answeredThrice())) {
      String path = "/api/v1/information-requests/" + sides.id();
      String document =
          "/api/v1/request-documents/" + sides.documents(Requests.police()).get(0) + "/downloads";
      for (String party : List.of(sides.receiverToken(), Requests.police())) {
        read(lists, party, path, "/answers", "/history", "/documents");
        read(lists, party, document, "");
      }
    }
    lists.check();
  }

  /** Answered three times with two files each; one more is named in none. */
  private static Requests answeredThrice() throws SQLException {
    Requests sides = Requests.acknowledged();
    sides.upload("nhầm tệp");
    for (int i = 0; i < ROWS; i++) {
      String first = sides.upload("một " + i);
      String second = sides.upload("hai " + i);
      sides
          .answer(
              """
              {"items": [{"n": 1, "status": "FULL", "documents": ["%s", "%s"]}]}"""
                  .formatted(first, second))
          .statusCode(200);
      if (i < ROWS - 1) {
        sides.sendBack().statusCode(200);
      }
    }
    List<String> files = sides.documents(Requests.police());
    for (String party :
        List.of(
            Requests.police(), sides.receiverToken(), Requests.police(), sides.receiverToken())) {
      as(party).get("/api/v1/request-documents/{id}/content", files.get(0)).then().statusCode(200);
    }
    for (String part : List.of("answer", "history", "document", "download")) {
      sameMoment("information_request_" + part, "request_id", sides.id());
    }
    return sides;
  }

  private static void read(PagedLists lists, String token, String path, String... parts) {
    for (String part : parts) {
      lists.and(() -> as(token), path + part);
    }
  }

  private static void sameMoment(String table, String where, String id) throws SQLException {
    Database.asSuperuser(
        connection -> {
          try (var update =
              connection.prepareStatement(
                  "UPDATE " + table + " SET at = now() WHERE " + where + " = ?::uuid")) {
            update.setString(1, id);
            assertTrue(update.executeUpdate() >= ROWS, table);
          }
          return null;
        });
  }
}
