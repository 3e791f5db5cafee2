package vn.phoihop.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The file of results: one JSON object a row, the last run's. */
record Results(Path path) {

  private static final JsonMapper JSON = new JsonMapper();

  /** A smoke run has a file of its own: its figures must not stand where real ones are read. */
  static Results file(Path root, boolean smoke) {
    return new Results(
        root.resolve(
            smoke
                ? "deploy/benchmarks/target/smoke-results.ndjson"
                : "deploy/bench-results.ndjson"));
  }

  void replace(Result result) {
    try {
      List<String> lines = new ArrayList<>();
      if (Files.exists(path)) {
        for (String line : Files.readAllLines(path)) {
          if (!rowOf(line).equals(result.row())) {
            lines.add(line);
          }
        }
      }
      lines.add(JSON.writeValueAsString(result));
      Files.write(path, lines);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + path, e);
    }
  }

  private static String rowOf(String line) {
    try {
      return JSON.readTree(line).path("row").asText();
    } catch (JsonProcessingException e) {
      return ""; // not ours; it stays
    }
  }
}
