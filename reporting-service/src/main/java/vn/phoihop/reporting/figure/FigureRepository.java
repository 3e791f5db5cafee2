package vn.phoihop.reporting.figure;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.ToLongBiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.phoihop.platform.outbox.EventJson;

/** The sums: moved by facts, read by key. What the caller may not see is not there. */
@Singleton
class FigureRepository {

  /** More than any amount of money, and less than what JSON readers lose digits of. */
  private static final String AMOUNT = "least(%1$s, 9000000000000000)::bigint";

  private final AgroalDataSource dataSource;

  FigureRepository(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Adds what moved, a statement for all figures and one for all totals. */
  void move(Tally tally) {
    add(
        "figure",
        List.of("period", "enterprise_id", "violation_type"),
        Count.OF_CASES,
        tally.figures(),
        Figure::get);
    add("total", List.of("period", "enterprise_id"), Sql.all(), tally.totals(), Totals::get);
  }

  private <T> void add(
      String table,
      List<String> key,
      List<Count> counts,
      Map<Tally.Key, T> rows,
      ToLongBiFunction<T, Count> value) {
    if (rows.isEmpty()) {
      return;
    }
    String keys = String.join(", ", key);
    String sql =
        "INSERT INTO "
            + table
            + " AS known ("
            + keys
            + ", "
            + Sql.each(counts, c -> c)
            + ") SELECT * FROM unnest(?::text[], ?::uuid[]"
            + (key.size() == 3 ? ", ?::text[]" : "")
            + ", ?::bigint[]".repeat(counts.size())
            + ") ON CONFLICT ("
            + keys
            + ") DO UPDATE SET "
            + Sql.each(counts, c -> c + " = known." + c + " + excluded." + c);
    List<Object[]> columns = new ArrayList<>();
    Collection<Tally.Key> of = rows.keySet();
    columns.add(Sql.array(of, new String[0], Tally.Key::period));
    columns.add(Sql.array(of, new UUID[0], Tally.Key::enterpriseId));
    if (key.size() == 3) {
      columns.add(Sql.array(of, new String[0], Tally.Key::violationType));
    }
    for (Count count : counts) {
      columns.add(Sql.array(rows.values(), new Long[0], row -> value.applyAsLong(row, count)));
    }
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      Sql.bind(statement, columns.toArray(Object[][]::new));
      statement.execute();
    } catch (SQLException e) {
      throw new IllegalStateException("figures could not be moved", e);
    }
  }

  /** Figures and totals in one statement: no fact comes between them. */
  Recorded recorded(UUID enterpriseId, String period) {
    List<StatisticsSummary> found =
        read(
            "WHERE t.period = ? AND t.enterprise_id = ?",
            statement -> {
              statement.setString(1, period);
              statement.setObject(2, enterpriseId);
            });
    return found.isEmpty()
        ? new Recorded(List.of(), Totals.NONE)
        : new Recorded(found.get(0).figures(), found.get(0).totals());
  }

  /** By enterprise id. */
  List<StatisticsSummary> statistics(
      String period, @Nullable UUID only, @Nullable UUID after, int limit) {
    List<Object> values = new ArrayList<>();
    values.add(period);
    if (only != null) {
      values.add(only);
    }
    if (after != null) {
      values.add(after);
    }
    values.add(limit);
    return read(
        statisticsWhere(only != null, after != null),
        statement -> {
          for (int i = 0; i < values.size(); i++) {
            statement.setObject(i + 1, values.get(i));
          }
        });
  }

  static String statisticsWhere(boolean only, boolean after) {
    return "WHERE t.period = ?"
        + (only ? " AND t.enterprise_id = ?" : "")
        + (after ? " AND t.enterprise_id > ?" : "")
        + " ORDER BY t.enterprise_id LIMIT ?";
  }

  /** A row of totals with its figures beside it. */
  static String sql(String where) {
    return "SELECT t.enterprise_id, e.name, f.figures, "
        + Sql.each(Sql.all(), c -> amount("t." + c))
        + " FROM (SELECT * FROM total t "
        + where
        + ") t"
        + " LEFT JOIN enterprise e ON e.id = t.enterprise_id"
        + " CROSS JOIN LATERAL (SELECT coalesce(json_agg(json_build_object('violationType', violation_type, "
        + String.join(
            ", ",
            Count.OF_CASES.stream()
                .map(count -> "'" + count.member() + "', " + amount(Sql.column(count)))
                .toList())
        + ") ORDER BY violation_type), '[]')::text AS figures FROM figure f"
        + " WHERE f.period = t.period AND f.enterprise_id = t.enterprise_id) f ORDER BY t.enterprise_id";
  }

  private static String amount(String column) {
    return column.endsWith("_vnd") ? String.format(AMOUNT, column) : column;
  }

  private List<StatisticsSummary> read(String where, Binding binding) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql(where))) {
      binding.to(statement);
      List<StatisticsSummary> found = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(
              StatisticsSummary.of(
                  rows.getObject(1, UUID.class),
                  rows.getString(2),
                  figures(rows.getString(3)),
                  Sql.totals(rows, 4)));
        }
      }
      return found;
    } catch (SQLException | IOException e) {
      throw new IllegalStateException("figures could not be read", e);
    }
  }

  private static List<Figure> figures(String json) throws IOException {
    return Stream.of(EventJson.read(json.getBytes(StandardCharsets.UTF_8), Figure[].class))
        .filter(figure -> !figure.isNone())
        .toList();
  }

  /** Sets a statement's parameters. */
  private interface Binding {
    void to(PreparedStatement statement) throws SQLException;
  }
}
