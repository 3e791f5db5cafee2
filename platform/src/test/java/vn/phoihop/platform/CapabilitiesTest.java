package vn.phoihop.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import vn.phoihop.platform.test.Docs;

/** docs/capabilities.md promises nothing that is not there. */
class CapabilitiesTest {

  private static final Pattern ROW =
      Pattern.compile("^\\| (\\d+) \\| (.+) \\| (.+) \\| (.+) \\|$", Pattern.MULTILINE);

  private record Row(int number, List<String> operations, List<String> proof) {}

  @Test
  void the_table_has_every_row_once() {
    assertEquals(
        IntStream.rangeClosed(1, 71).boxed().toList(), rows().stream().map(Row::number).toList());
  }

  @Test
  void the_operations_are_in_the_openapi_documents() throws IOException {
    Set<String> documented = operations();
    List<String> missing = new ArrayList<>();
    for (Row row : rows()) {
      row.operations().stream()
          .filter(operation -> !documented.contains(operation))
          .forEach(operation -> missing.add(row.number() + ": " + operation));
    }
    assertEquals(List.of(), missing);
  }

  @Test
  void the_proofs_are_tests_of_this_tree() throws IOException {
    Set<String> tests = tests();
    List<String> missing = new ArrayList<>();
    for (Row row : rows()) {
      row.proof().stream()
          .filter(test -> !test.matches(".*(Test|IT|Spec)") || !tests.contains(test))
          .forEach(test -> missing.add(row.number() + ": " + test));
      assertFalse(
          !row.operations().isEmpty() && row.proof().isEmpty(), row.number() + ": no proof");
    }
    assertEquals(List.of(), missing);
  }

  @Test
  void every_operation_is_in_the_table() throws IOException {
    Set<String> unnamed = operations();
    rows().forEach(row -> unnamed.removeAll(row.operations()));
    assertEquals(Set.of(), unnamed);
  }

  private static List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    Matcher matcher = ROW.matcher(Docs.read("capabilities.md"));
    while (matcher.find()) {
      rows.add(
          new Row(
              Integer.parseInt(matcher.group(1)), list(matcher.group(3)), list(matcher.group(4))));
    }
    return rows;
  }

  private static List<String> list(String cell) {
    return cell.equals("—")
        ? List.of()
        : Stream.of(cell.replace("`", "").split(",")).map(String::strip).toList();
  }

  private static Set<String> operations() throws IOException {
    Set<String> operations = new HashSet<>();
    try (Stream<Path> documents = Files.list(Docs.path("openapi"))) {
      for (Path document : documents.toList()) {
        Map<String, Map<String, Map<String, Object>>> root =
            new Yaml().load(Files.readString(document));
        root.get("paths")
            .forEach(
                (path, item) ->
                    item.keySet()
                        .forEach(m -> operations.add(m.toUpperCase(Locale.ROOT) + " " + path)));
      }
    }
    return operations;
  }

  private static Set<String> tests() throws IOException {
    Set<String> tests = new HashSet<>();
    try (Stream<Path> modules = Files.walk(Docs.path("..").normalize(), 2)) {
      for (Path module :
          modules.filter(m -> Files.isDirectory(m.resolve("src/test/java"))).toList()) {
        try (Stream<Path> files = Files.walk(module.resolve("src/test/java"))) {
          files.forEach(f -> tests.add(f.getFileName().toString().replaceFirst("\\.java$", "")));
        }
      }
    }
    return tests;
  }
}
