package vn.phoihop.reporting.figure;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.ResultSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.phoihop.platform.test.Database;
import vn.phoihop.reporting.Api;

/** What a batch of facts counts for is looked up by key, however many facts there are. */
@QuarkusTest
class FactPlanTest {

  @Test
  void contributions_are_found_by_index_alone() throws Exception {
    Api.execute(
        """
        INSERT INTO incident SELECT ('0197' || lpad(to_hex(n), 28, '0'))::uuid, gen_random_uuid(), '2020-H1', 1, 'CLOSED',
          '{OTHER}', true, 0 FROM generate_series(1, 20000) n ON CONFLICT DO NOTHING;
        INSERT INTO measure SELECT ('0197' || lpad(to_hex(n), 28, '0'))::uuid, gen_random_uuid(), '2020-H1', 1, 'ENDED',
          ('0197' || lpad(to_hex(n), 28, '0'))::uuid, 1 FROM generate_series(1, 20000) n ON CONFLICT DO NOTHING;
        INSERT INTO request SELECT ('0197' || lpad(to_hex(n), 28, '0'))::uuid, gen_random_uuid(), '2020-H1', 1, 'ANSWERED'
          FROM generate_series(1, 20000) n ON CONFLICT DO NOTHING;
        INSERT INTO request_answer SELECT ('0197' || lpad(to_hex(n), 28, '0'))::uuid, 1, true, 1, 0, 0
          FROM generate_series(1, 20000) n ON CONFLICT DO NOTHING;
        INSERT INTO exchange_party SELECT ('0197' || lpad(to_hex(n), 28, '0'))::uuid, gen_random_uuid(), true, now(),
          '2020-H1' FROM generate_series(1, 20000) n ON CONFLICT DO NOTHING;
        ANALYZE incident; ANALYZE measure; ANALYZE request; ANALYZE request_answer; ANALYZE exchange_party""");

    String plan = plan();

    for (String index :
        List.of(
            "incident_pkey",
            "measure_incident_idx",
            "measure_pkey",
            "request_pkey",
            "request_answer_pkey",
            "exchange_party_pkey")) {
      assertTrue(plan.contains(index), index + " is not used:\n" + plan);
    }
    assertFalse(plan.contains("Seq Scan"), plan);
  }

  private static String plan() throws Exception {
    UUID[] ids = new UUID[50];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = UUID.fromString("01970000-0000-0000-0000-%012x".formatted(i + 1));
    }
    return Database.as(
        "SYSTEM",
        connection -> {
          StringBuilder plan = new StringBuilder();
          try (var statement =
              connection.prepareStatement("EXPLAIN (COSTS OFF) " + FactRepository.CONTRIBUTIONS)) {
            Sql.bind(statement, ids, ids);
            ResultSet rows = statement.executeQuery();
            while (rows.next()) {
              plan.append(rows.getString(1)).append('\n');
            }
          }
          return plan.toString();
        });
  }
}
