package vn.phoihop.bench.intake;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A transaction as pgbench writes it.
 *
 * @param trips statements by round trip; several of one trip are sent together
 * @param constants values of the variables (:name) other than :n and :client_id
 */
record Script(String name, List<List<String>> trips, Map<String, String> constants) {

  /** For {@code pgbench -M prepared -f}. */
  String pgbench() {
    return "\\set n :n + 1\n"
        + trips.stream().map(Script::trip).collect(Collectors.joining("\n"))
        + "\n";
  }

  private static String trip(List<String> statements) {
    String text = statements.stream().map(sql -> sql + ";").collect(Collectors.joining("\n"));
    return statements.size() == 1 ? text : "\\startpipeline\n" + text + "\n\\endpipeline";
  }
}
