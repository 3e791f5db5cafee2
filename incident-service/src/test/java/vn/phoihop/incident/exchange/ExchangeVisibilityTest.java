package vn.phoihop.incident.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static vn.phoihop.incident.exchange.Exchanges.move;
import static vn.phoihop.incident.exchange.Exchanges.publish;
import static vn.phoihop.incident.exchange.Exchanges.to;
import static vn.phoihop.incident.exchange.Exchanges.with;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.phoihop.incident.Api;
import vn.phoihop.incident.enterprise.Enterprises;
import vn.phoihop.platform.test.Database;
import vn.phoihop.platform.test.Tokens;

/** Row-level security alone, without a line of the service. */
@QuarkusTest
class ExchangeVisibilityTest {

  private final UUID enterprise = UUID.randomUUID();
  private final String owner = Tokens.enterprise(enterprise);
  private UUID one;
  private UUID two;
  private String id;

  @BeforeEach
  void a_warning_to_two() {
    Api.awaitReady();
    one = Enterprises.active("ISP");
    two = Enterprises.active("ISP");
    id = publish(owner, to("AMBER", one, two));
  }

  @Test
  void recipients_see_the_exchange_and_its_content_and_others_nothing() throws SQLException {
    for (String table : List.of("exchange WHERE id", "exchange_version WHERE exchange_id")) {
      for (Object reader : List.of(enterprise, one, two)) {
        assertEquals(1, rows(reader, table), table);
      }
      for (Object stranger : List.of(UUID.randomUUID(), "DEPARTMENT", "POLICE", "AUDITOR", "")) {
        assertEquals(0, rows(stranger, table), table + " " + stranger);
      }
    }
  }

  @Test
  void a_recipient_sees_its_own_receipt_and_reader_row_and_the_owner_all_receipts()
      throws SQLException {
    assertEquals(1, rows(one, "exchange_receipt WHERE exchange_id"));
    assertEquals(1, rows(one, "exchange_reader WHERE aggregate_id"));
    assertEquals(2, rows(enterprise, "exchange_receipt WHERE exchange_id"));
    assertEquals(0, rows("DEPARTMENT", "exchange_receipt WHERE exchange_id"));
    assertEquals(0, rows(one, "exchange_history WHERE exchange_id"));
    assertEquals(1, rows(enterprise, "exchange_history WHERE exchange_id"));
  }

  @Test
  void after_the_recall_the_content_is_the_owners_alone() throws SQLException {
    move(owner, id, "recall", ExchangeExamples.RECALL).statusCode(200);

    assertEquals(0, rows(one, "exchange_version WHERE exchange_id"));
    assertEquals(1, rows(one, "exchange WHERE id"));
    assertEquals(1, rows(enterprise, "exchange_version WHERE exchange_id"));
  }

  @Test
  void a_draft_is_its_owners_alone() throws SQLException {
    id = publish(owner, with(to("GREEN", one), "draft", true));

    assertEquals(1, rows(enterprise, "exchange_draft WHERE exchange_id"));
    for (Object stranger : List.of(one, "DEPARTMENT", "")) {
      assertEquals(0, rows(stranger, "exchange_draft WHERE exchange_id"));
      assertEquals(0, rows(stranger, "exchange WHERE id"));
    }
  }

  @Test
  void nobody_makes_out_receipts_or_readers_of_what_is_not_his() {
    for (String insert :
        List.of(
            "INSERT INTO exchange_receipt (id, exchange_id, version, written_by, party, state, delivered_at)"
                + " VALUES (gen_random_uuid(), '%1$s', 2, '%2$s', '%2$s', 'DELIVERED', now())",
            "INSERT INTO exchange_receipt (id, exchange_id, version, written_by, party, state, delivered_at)"
                + " VALUES (gen_random_uuid(), '%1$s', 2, '%3$s', '%2$s', 'DELIVERED', now())",
            "INSERT INTO exchange_reader VALUES ('%1$s', '%2$s', '%4$s', now())")) {
      UUID stranger = UUID.randomUUID();
      assertThrows(
          SQLException.class,
          () ->
              Database.as(
                  one.toString(),
                  connection ->
                      connection
                          .createStatement()
                          .executeUpdate(insert.formatted(id, one, enterprise, stranger))),
          insert);
    }
  }

  @Test
  void a_recipient_changes_its_own_receipt_and_the_owner_none() throws SQLException {
    assertEquals(1, changed(one));
    assertEquals(0, changed(enterprise));
  }

  private int changed(UUID party) throws SQLException {
    return Database.<Integer>as(
        party.toString(),
        connection ->
            connection
                .createStatement()
                .executeUpdate(
                    "UPDATE exchange_receipt SET note = 'x' WHERE exchange_id = '" + id + "'"));
  }

  private long rows(Object party, String table) throws SQLException {
    return Database.as(
        party.toString(),
        connection -> {
          try (PreparedStatement statement =
              connection.prepareStatement("SELECT count(*) FROM " + table + " = ?::uuid")) {
            statement.setString(1, id);
            try (ResultSet row = statement.executeQuery()) {
              row.next();
              return row.getLong(1);
            }
          }
        });
  }
}
