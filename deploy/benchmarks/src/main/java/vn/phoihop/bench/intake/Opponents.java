package vn.phoihop.bench.intake;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.phoihop.deploy.Failure;

/**
 * Both opponents, made of an intake that the service itself has just sent: whatever the service
 * comes to write, they write too.
 */
final class Opponents {

  private static final Pattern INSERT = Pattern.compile("INSERT INTO (\\w+)\\s*\\(([^)]*)\\)");

  private final Captured captured;
  private final Variation variation;

  Opponents(Captured captured) {
    this.captured = captured;
    this.variation = Variation.between(captured.before(), captured.last());
  }

  /** The very statements that the service sends, in its two round trips: COMMIT has its own. */
  Script sameStatements() {
    ScriptWriter writer = new ScriptWriter(variation);
    List<String> texts = captured.last().stream().map(writer::text).toList();
    int commit = texts.size() - 1;
    writer.trip(texts.subList(0, commit));
    writer.trip(texts.subList(commit, texts.size()));
    return writer.script("the service's own statements");
  }

  /**
   * The same rows, each with a statement and a round trip of its own, except that reader rows are
   * one list and the history row goes with them: eleven round trips.
   */
  Script rowByRow(Connection database) {
    ScriptWriter writer = new ScriptWriter(variation);
    List<Said> said = captured.last();
    writer.trip(List.of(writer.text(said.get(0)), writer.text(said.get(1))));
    List<String> shared = new ArrayList<>();
    for (Map.Entry<String, List<String>> table : tables(said).entrySet()) {
      List<String> rows = rows(writer, database, table.getKey(), table.getValue());
      String into =
          "INSERT INTO %s (%s) VALUES "
              .formatted(table.getKey(), String.join(", ", table.getValue()));
      if (table.getKey().endsWith("_reader")) {
        shared.add(into + String.join(", ", rows));
      } else if (table.getKey().endsWith("_history")) {
        rows.forEach(row -> shared.add(into + row));
        writer.trip(shared);
      } else {
        rows.forEach(row -> writer.trip(List.of(into + row)));
      }
    }
    writer.trip(List.of("COMMIT"));
    return writer.script("row by row");
  }

  /** Tables and columns, in the order of the service's inserts: readers come before history. */
  private static Map<String, List<String>> tables(List<Said> said) {
    Map<String, List<String>> tables = new LinkedHashMap<>();
    for (Said statement : said) {
      Matcher insert = INSERT.matcher(statement.sql());
      while (insert.find()) {
        tables.put(
            insert.group(1), Arrays.stream(insert.group(2).split(",")).map(String::strip).toList());
      }
    }
    return tables;
  }

  /** The rows that name the incident, as it was stored, each as a list of values. */
  private List<String> rows(
      ScriptWriter writer, Connection database, String table, List<String> columns) {
    String query =
        "SELECT %s FROM incident.%s t WHERE t::text LIKE ?"
            .formatted(
                columns.stream().map(c -> c + "::text").collect(Collectors.joining(", ")), table);
    List<String> rows = new ArrayList<>();
    try (PreparedStatement statement = database.prepareStatement(query)) {
      statement.setString(1, "%" + captured.incident() + "%");
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          List<String> values = new ArrayList<>();
          for (int i : IntStream.rangeClosed(1, columns.size()).toArray()) {
            values.add(writer.value(result.getString(i)));
          }
          rows.add("(" + String.join(", ", values) + ")");
        }
      }
    } catch (SQLException e) {
      throw new Failure("cannot read the rows of an intake: " + e.getMessage(), e);
    }
    if (rows.isEmpty()) {
      throw new Failure("the intake left no row in " + table);
    }
    return rows;
  }
}
