package vn.phoihop.reporting.figure;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Batches as arrays, and the columns that the counts stand in, in the order of {@link Count}. */
final class Sql {

  private static final Map<Class<?>, String> TYPES =
      Map.of(
          UUID.class,
          "uuid",
          String.class,
          "text",
          Long.class,
          "int8",
          Integer.class,
          "int4",
          Boolean.class,
          "bool");

  private Sql() {}

  static List<Count> all() {
    return Arrays.asList(Count.values());
  }

  static String column(Count count) {
    return count.member().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }

  /** Each count's column through a function, comma-separated. */
  static String each(List<Count> counts, Function<String, String> column) {
    return counts.stream().map(Sql::column).map(column).collect(Collectors.joining(", "));
  }

  /** One column of a batch. */
  static <R, T> T[] array(Collection<R> rows, T[] type, Function<R, T> value) {
    return rows.stream().map(value).toList().toArray(type);
  }

  static void bind(PreparedStatement statement, Object[]... columns) throws SQLException {
    for (int i = 0; i < columns.length; i++) {
      String type = TYPES.get(columns[i].getClass().getComponentType());
      statement.setArray(i + 1, statement.getConnection().createArrayOf(type, columns[i]));
    }
  }

  /** The counts of a row, from this column on. */
  static Totals totals(ResultSet row, int first) throws SQLException {
    long[] values = new long[Count.values().length];
    for (int i = 0; i < values.length; i++) {
      values[i] = row.getLong(first + i);
    }
    return Totals.of(count -> values[count.ordinal()]);
  }
}
