package vn.phoihop.bench.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OpponentsTest {

  private static final String SAME = "019a1f6e-7c00-7000-8000-000000000001";
  private static final String FIRST = "019a1f6e-7c00-7000-8000-00000000000a";
  private static final String SECOND = "019a1f6e-7c00-7000-8000-00000000000b";
  private static final String ID =
      "(lpad(to_hex(:n::bigint), 16, '0') || lpad(to_hex(:client_id::bigint), 4, '0') || '000000000001')";

  private static List<Said> intake(String id, String receipt) {
    return List.of(
        new Said("BEGIN", List.of()),
        new Said("select set_config('app.party', $1, true)", List.of(SAME)),
        new Said(
            "WITH a AS (INSERT INTO incident (id, owner, no) VALUES ($1, $2, $3)) SELECT $4::uuid[]",
            List.of(id, SAME, receipt, "{" + id + "}")),
        new Said("COMMIT", List.of()));
  }

  @Test
  void ids_and_receipt_numbers_that_differ_are_computed_and_the_rest_stays() {
    Variation variation =
        Variation.between(intake(FIRST, "TB-2026-000001"), intake(SECOND, "TB-2026-000002"));

    assertEquals(Optional.of(ID + "::uuid"), variation.of(SECOND));
    assertEquals(
        Optional.of("('{' || " + ID + " || '}')::uuid[]"), variation.of("{" + SECOND + "}"));
    assertEquals(
        Optional.of("('TB-' || :n::text || '-' || :client_id::text)"),
        variation.of("TB-2026-000002"));
    assertEquals(Optional.empty(), variation.of(SAME));
    assertEquals(Optional.empty(), variation.of(FIRST), "of the transaction before");
    assertEquals(2, variation.count());
  }

  @Test
  void the_services_statements_are_sent_in_its_round_trips() {
    Script script =
        new Opponents(
                new Captured(
                    intake(FIRST, "TB-2026-000001"), intake(SECOND, "TB-2026-000002"), SECOND))
            .sameStatements();

    assertEquals(Map.of("c1", SAME, "c2", SAME), script.constants());
    assertEquals(
        """
        \\set n :n + 1
        \\startpipeline
        BEGIN;
        select set_config('app.party', :c1, true);
        WITH a AS (INSERT INTO incident (id, owner, no) VALUES (%1$s::uuid, :c2, \
        ('TB-' || :n::text || '-' || :client_id::text))) SELECT ('{' || %1$s || '}')::uuid[]::uuid[];
        \\endpipeline
        COMMIT;
        """
            .formatted(ID),
        script.pgbench());
  }

  @Test
  void without_pgbench_a_round_trip_is_one_text_with_question_marks() {
    assertEquals(
        new Jdbc.Trip("BEGIN;\nselect f(?::text, '{}'::jsonb, ?)", List.of("c1", "n")),
        Jdbc.Trip.of(List.of("BEGIN", "select f(:c1::text, '{}'::jsonb, :n)")));
  }

  @Test
  void pgbenchs_rate_is_read_from_what_it_says() {
    assertEquals(
        1953.25,
        Pgbench.rate(
            """
            number of failed transactions: 0 (0.000%)
            latency average = 16.4 ms
            tps = 1953.250000 (without initial connection time)
            """));
  }
}
