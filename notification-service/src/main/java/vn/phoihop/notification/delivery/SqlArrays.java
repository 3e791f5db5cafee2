package vn.phoihop.notification.delivery;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Rows as one array a column, for {@code unnest}. */
final class SqlArrays {

  private SqlArrays() {}

  static <T> void uuids(PreparedStatement statement, int i, List<T> rows, Function<T, UUID> column)
      throws SQLException {
    array(statement, i, "uuid", rows.stream().map(column).toArray(UUID[]::new));
  }

  static <T> void texts(
      PreparedStatement statement, int i, List<T> rows, Function<T, @Nullable String> column)
      throws SQLException {
    array(statement, i, "text", rows.stream().map(column).toArray(String[]::new));
  }

  static <T> void ints(
      PreparedStatement statement, int i, List<T> rows, Function<T, @Nullable Integer> column)
      throws SQLException {
    array(statement, i, "int4", rows.stream().map(column).toArray(Integer[]::new));
  }

  static <T> void booleans(
      PreparedStatement statement, int i, List<T> rows, Function<T, Boolean> column)
      throws SQLException {
    array(statement, i, "bool", rows.stream().map(column).toArray(Boolean[]::new));
  }

  static <T> void bytes(
      PreparedStatement statement, int i, List<T> rows, Function<T, byte @Nullable []> column)
      throws SQLException {
    array(statement, i, "bytea", rows.stream().map(column).toArray(byte[][]::new));
  }

  static <T> void longs(PreparedStatement statement, int i, List<T> rows, Function<T, Long> column)
      throws SQLException {
    array(statement, i, "int8", rows.stream().map(column).toArray(Long[]::new));
  }

  private static void array(
      PreparedStatement statement, int i, String type, @Nullable Object[] values)
      throws SQLException {
    statement.setArray(i, statement.getConnection().createArrayOf(type, values));
  }
}
