package vn.phoihop.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.phoihop.bench.figure.Figure;
import vn.phoihop.bench.figure.Outcome;
import vn.phoihop.bench.figure.Pair;
import vn.phoihop.bench.figure.Percentiles;
import vn.phoihop.bench.figure.Reach;

class ResultsTest {

  private static final Machine MACHINE = new Machine("2 × CPU", "0123456789ab");

  @TempDir Path folder;

  private static Result push(double ours) {
    return Result.of(
        new Outcome(
            "push",
            List.of(
                Figure.of("p50", new Pair(ours, 2), "ms", Reach.atMost(2)),
                Figure.of("p99", new Pair(50, 10), "ms", Reach.atMost(4))),
            Percentiles.of(3_000_000, 4_000_000)),
        Instant.parse("2026-11-25T03:00:00Z"),
        MACHINE);
  }

  @Test
  void a_line_names_all_that_is_promised_and_fails_with_any_of_its_figures() throws IOException {
    Results results = new Results(folder.resolve("results.ndjson"));

    results.replace(push(3));

    assertEquals(
        List.of(
            "{\"row\":\"push\",\"ours\":3.0,\"against\":2.0,\"ratio\":1.5,\"reach\":2.0,\"ok\":false,"
                + "\"p50\":3.0,\"p99\":4.0,\"unit\":\"ms\",\"at\":\"2026-11-25T03:00:00Z\","
                + "\"commit\":\"0123456789ab\",\"machine\":\"2 × CPU\",\"what\":\"p50\",\"further\":["
                + "{\"what\":\"p99\",\"ours\":50.0,\"against\":10.0,\"ratio\":5.0,\"reach\":4.0,"
                + "\"ok\":false,\"unit\":\"ms\"}]}"),
        Files.readAllLines(results.path()));
  }

  @Test
  void a_rows_former_line_is_replaced_and_the_others_stay() throws IOException {
    Results results = new Results(folder.resolve("results.ndjson"));
    Files.writeString(results.path(), "{\"row\":\"intake\"}\n{\"row\":\"push\"}\n");

    results.replace(push(3));
    results.replace(push(4));

    List<String> lines = Files.readAllLines(results.path());
    assertEquals(2, lines.size());
    assertEquals("{\"row\":\"intake\"}", lines.get(0));
    assertTrue(lines.get(1).startsWith("{\"row\":\"push\",\"ours\":4.0,"));
  }
}
