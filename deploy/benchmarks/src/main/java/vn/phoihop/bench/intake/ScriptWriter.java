package vn.phoihop.bench.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes a script trip by trip; values that do not vary become its constants. */
final class ScriptWriter {

  private static final Pattern PARAMETER = Pattern.compile("\\$(\\d+)");

  private final Variation variation;
  private final List<List<String>> trips = new ArrayList<>();
  private final Map<String, String> constants = new LinkedHashMap<>();

  ScriptWriter(Variation variation) {
    this.variation = variation;
  }

  /** Statements that are sent together. */
  void trip(List<String> statements) {
    trips.add(List.copyOf(statements));
  }

  /** The statement as it was sent, with an expression or a variable for each parameter. */
  String text(Said said) {
    return PARAMETER
        .matcher(said.sql())
        .replaceAll(
            match ->
                Matcher.quoteReplacement(
                    value(said.parameters().get(Integer.parseInt(match.group(1)) - 1))));
  }

  /** What stands for a value in a script. */
  String value(@Nullable String value) {
    if (value == null) {
      return "NULL";
    }
    return variation.of(value).orElseGet(() -> constant(value));
  }

  private String constant(String value) {
    String name = "c" + (constants.size() + 1);
    constants.put(name, value);
    return ":" + name;
  }

  Script script(String name) {
    return new Script(name, List.copyOf(trips), Map.copyOf(constants));
  }
}
