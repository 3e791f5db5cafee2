package vn.phoihop.bench.lists;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.phoihop.bench.lab.Lab;
import vn.phoihop.bench.stack.Database;
import vn.phoihop.bench.stack.Pause;
import vn.phoihop.deploy.Failure;

/**
 * Makes incidents with their first versions and reader rows, oldest first, as the owner role. Each
 * is a copy of one that was reported, but for what tells incidents apart. Their times lie ahead, so
 * that what was reported in other rows stays below. One in twenty is the enterprise's own, the
 * others belong to 199 more; every second one is the Police's, the others are Customs'.
 */
final class Rows implements AutoCloseable {

  private static final int BATCH = 50_000;

  private final Lab lab;
  private final Connection connection;
  private final String batch;
  private int made;

  Rows(Lab lab, String template) {
    this.lab = lab;
    this.connection = lab.stack().database().superuser(Database.SERVICES);
    // As a replica: the rows fit, and millions of deferred checks would take longer than the rows.
    execute(
        "SET session_replication_role = replica; SET ROLE incident_owner;"
            + " SET search_path = incident, extensions; SET synchronous_commit = off");
    String own = lab.enterprise().id().toString();
    Pause.until(
        "the enterprise at incident-service",
        Duration.ofSeconds(30),
        100,
        () ->
            lab.stack()
                    .database()
                    .number(
                        "SELECT count(*) FROM incident.enterprise WHERE id = '%s'".formatted(own))
                == 1);
    execute(
        copy("enterprise", Map.of("id", other("k"), "name", "'Công ty ' || k"))
            + " FROM generate_series(1, 199) k, enterprise t WHERE t.id = '%s'".formatted(own));
    this.batch = batch(template, own);
  }

  /** One statement, so that the ids are made once; :from and :to are yet to be put in. */
  private String batch(String template, String own) {
    String owner = "b.enterprise::text";
    String audience = "ARRAY['DEPARTMENT', " + owner + ", b.agency]";
    Map<String, String> incident =
        Map.of(
            "id", "b.id",
            "written_by", owner,
            "enterprise_id", "b.enterprise",
            "audience", audience,
            "agencies", "ARRAY[b.agency]",
            "receipt_number", "'BENCH-' || b.n",
            "received_at", "b.at");
    Map<String, String> version = Map.of("incident_id", "b.id", "written_by", owner, "at", "b.at");
    return """
        WITH b AS MATERIALIZED (
          SELECT n, uuidv7(n * interval '10 seconds' + interval '1 day') AS id,
            now() + n * interval '10 seconds' + interval '1 day' AS at,
            CASE WHEN mod(n, 20) = 0 THEN '{own}'::uuid ELSE {other} END AS enterprise,
            CASE WHEN mod(n, 2) = 0 THEN 'POLICE' ELSE 'CUSTOMS' END AS agency
          FROM generate_series(:from, :to) n),
        incidents AS ({incident} FROM b, incident t WHERE t.id = '{template}'),
        versions AS ({version} FROM b, incident_version t WHERE t.incident_id = '{template}'),
        readers AS (INSERT INTO incident_reader (aggregate_id, owner, party, at)
          SELECT b.id, {owner}, party, b.at FROM b, unnest({audience}) party)
        SELECT 1"""
        .replace("{own}", own)
        .replace("{other}", other("mod(n, 199) + 1"))
        .replace("{incident}", copy("incident", incident))
        .replace("{version}", copy("incident_version", version))
        .replace("{template}", template)
        .replace("{owner}", owner)
        .replace("{audience}", audience);
  }

  private static String other(String number) {
    return "('00000000-0000-7000-8000-' || lpad((%s)::text, 12, '0'))::uuid".formatted(number);
  }

  /** An insert of all columns, those that are not named from t. */
  private String copy(String table, Map<String, String> named) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String column : columns(table)) {
      values.put(column, named.getOrDefault(column, "t." + column));
    }
    return "INSERT INTO %s (%s) SELECT %s"
        .formatted(
            table,
            String.join(", ", values.keySet()),
            values.values().stream().collect(Collectors.joining(", ")));
  }

  private List<String> columns(String table) {
    String query =
        """
        SELECT attname FROM pg_attribute WHERE attrelid = '%s'::regclass AND attnum > 0
          AND NOT attisdropped AND attidentity = '' AND attgenerated = '' ORDER BY attnum"""
            .formatted(table);
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      List<String> names = new ArrayList<>();
      while (rows.next()) {
        names.add(rows.getString(1));
      }
      return names;
    } catch (SQLException e) {
      throw new Failure("PostgreSQL: " + e.getMessage(), e);
    }
  }

  void makeUpTo(int count) {
    while (made < count) {
      int last = Math.min(count, made + BATCH);
      execute(
          batch
              .replace(":from", Integer.toString(made + 1))
              .replace(":to", Integer.toString(last)));
      made = last;
      if (made % (BATCH * 10) == 0) {
        lab.say("   %,d incidents made", made);
      }
    }
  }

  /** What autovacuum would do in the hours in which such a table grows. */
  void settle() {
    execute("RESET ROLE");
    for (String table : List.of("incident", "incident_reader", "incident_version", "enterprise")) {
      execute("VACUUM (ANALYZE) " + table);
    }
    execute("CHECKPOINT");
  }

  private void execute(String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new Failure("PostgreSQL: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      // It is gone either way.
    }
  }
}
