package vn.phoihop.bench.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads transactions out of PostgreSQL's own log (log_min_duration_statement = 0, to stderr). */
final class StatementLog {

  private static final Pattern ENTRY =
      Pattern.compile(
          "^\\d{4}-\\d\\d-\\d\\d \\S+ \\S+ \\[(\\d+)] ([A-Z]+):  (.*)$", Pattern.DOTALL);
  private static final Pattern STATEMENT =
      Pattern.compile("^duration: [\\d.]+ ms  (?:execute [^:]*|statement): (.*)$", Pattern.DOTALL);
  private static final String PARAMETERS = "Parameters: ";

  private final Map<String, List<Said>> open = new HashMap<>();
  private final List<List<Said>> transactions = new ArrayList<>();
  private @Nullable String pid;
  private @Nullable String sql;

  private StatementLog() {}

  /** Every transaction from BEGIN to COMMIT, both of them included, in the order of their ends. */
  static List<List<Said>> transactions(String log) {
    StatementLog reader = new StatementLog();
    StringBuilder entry = new StringBuilder();
    for (String line : (log + "\n").split("\n", -1)) {
      if (line.startsWith("\t")) {
        entry.append('\n').append(line, 1, line.length());
      } else {
        reader.take(entry.toString());
        entry.setLength(0);
        entry.append(line);
      }
    }
    reader.end();
    return reader.transactions;
  }

  private void take(String entry) {
    Matcher matcher = ENTRY.matcher(entry);
    if (!matcher.matches()) {
      return;
    }
    String text = matcher.group(3);
    if (matcher.group(2).equals("DETAIL")
        && matcher.group(1).equals(pid)
        && text.startsWith(PARAMETERS)) {
      say(parameters(text.substring(PARAMETERS.length())));
      return;
    }
    end();
    Matcher statement = STATEMENT.matcher(text);
    if (matcher.group(2).equals("LOG") && statement.matches()) {
      pid = matcher.group(1);
      sql = statement.group(1);
    }
  }

  /** The statement before was one without parameters. */
  private void end() {
    if (sql != null) {
      say(List.of());
    }
  }

  private void say(List<@Nullable String> parameters) {
    String text = sql;
    String who = pid;
    sql = null;
    if (text == null || who == null) {
      return;
    }
    if (text.equals("BEGIN")) {
      open.put(who, new ArrayList<>());
    }
    List<Said> transaction = open.get(who);
    if (transaction != null) {
      transaction.add(new Said(text, parameters));
      if (text.equals("COMMIT")) {
        transactions.add(transaction);
        open.remove(who);
      }
    }
  }

  /** {@code $1 = 'it''s', $2 = NULL}. */
  static List<@Nullable String> parameters(String text) {
    List<@Nullable String> values = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int from = text.indexOf(" = ", at) + 3;
      if (text.startsWith("NULL", from)) {
        values.add(null);
        at = from + 4;
      } else {
        int end = closingQuote(text, from + 1);
        values.add(text.substring(from + 1, end).replace("''", "'"));
        at = end + 1;
      }
      at += 2; // the comma and the space
    }
    return values;
  }

  private static int closingQuote(String text, int from) {
    int at = text.indexOf('\'', from);
    while (at + 1 < text.length() && text.charAt(at + 1) == '\'') {
      at = text.indexOf('\'', at + 2);
    }
    return at;
  }
}
