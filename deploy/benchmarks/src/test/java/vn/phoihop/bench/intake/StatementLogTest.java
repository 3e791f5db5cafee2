package vn.phoihop.bench.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatementLogTest {

  private static final String LOG =
      """
      2026-11-25 03:00:00.001 UTC [11] LOG:  duration: 0.010 ms  statement: BEGIN
      2026-11-25 03:00:00.002 UTC [11] LOG:  duration: 0.020 ms  parse S_1: select set_config('app.party', $1, true)
      2026-11-25 03:00:00.002 UTC [11] LOG:  duration: 0.020 ms  execute S_1: select set_config('app.party', $1, true)
      2026-11-25 03:00:00.002 UTC [11] DETAIL:  Parameters: $1 = 'DEPARTMENT'
      2026-11-25 03:00:00.003 UTC [22] LOG:  duration: 0.020 ms  execute <unnamed>: SELECT outside
      2026-11-25 03:00:00.003 UTC [22] LOG:  duration: 0.010 ms  statement: BEGIN
      2026-11-25 03:00:00.004 UTC [11] LOG:  duration: 0.500 ms  execute S_2: WITH a AS (INSERT INTO incident (id)
      \t  VALUES ($1)),
      \tb AS (SELECT $2)
      \tSELECT 1
      2026-11-25 03:00:00.004 UTC [11] DETAIL:  Parameters: $1 = 'it''s one', $2 = NULL, $3 = '{"a, b","c = ''d''"}', $4 = ''
      2026-11-25 03:00:00.005 UTC [11] LOG:  duration: 1.000 ms  execute S_3: COMMIT
      2026-11-25 03:00:00.006 UTC [22] LOG:  checkpoint starting: time
      2026-11-25 03:00:00.007 UTC [22] LOG:  duration: 1.000 ms  execute S_3: COMMIT
      """;

  @Test
  void transactions_are_told_apart_by_their_backends_and_hold_what_was_executed_with_its_values() {
    assertEquals(
        List.of(
            List.of(
                new Said("BEGIN", List.of()),
                new Said("select set_config('app.party', $1, true)", List.of("DEPARTMENT")),
                new Said(
                    "WITH a AS (INSERT INTO incident (id)\n  VALUES ($1)),\nb AS (SELECT $2)\nSELECT 1",
                    Arrays.asList("it's one", null, "{\"a, b\",\"c = 'd'\"}", "")),
                new Said("COMMIT", List.of())),
            List.of(new Said("BEGIN", List.of()), new Said("COMMIT", List.of()))),
        StatementLog.transactions(LOG));
  }

  @Test
  void what_has_not_ended_is_not_there() {
    assertEquals(
        List.of(),
        StatementLog.transactions(
            "2026-11-25 03:00:00.001 UTC [11] LOG:  duration: 0.010 ms  statement: BEGIN\n"));
  }
}
