package vn.phoihop.reporting.consolidation;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import vn.phoihop.platform.outbox.EventJson;
import vn.phoihop.platform.test.Database;
import vn.phoihop.reporting.figure.Figure;
import vn.phoihop.reporting.figure.Totals;

/** Obligations and reports of past periods, laid down as the report feature leaves them. */
final class Accepted {

  private static final AtomicInteger PERIODS = new AtomicInteger();

  private Accepted() {}

  /** A past period that no other test uses. */
  static String period() {
    int n = PERIODS.getAndIncrement();
    return "%d-H%d".formatted(2001 + n / 2, 1 + n % 2);
  }

  /** Numbered so that enterprises sort as they were made. */
  static UUID enterprise(String name) throws SQLException {
    UUID id = new UUID(0x0190_0000_0000_7000L + PERIODS.get(), System.nanoTime() | Long.MIN_VALUE);
    Database.asSuperuser(
        connection -> {
          try (PreparedStatement insert =
              connection.prepareStatement(
                  """
                  INSERT INTO enterprise (id, tax_code, name, sectors, state, sequence)
                  VALUES (?, '9900123459', ?, '{POSTAL}', 'ACTIVE', 3)""")) {
            insert.setObject(1, id);
            insert.setString(2, name);
            return insert.executeUpdate();
          }
        });
    return id;
  }

  static void owes(UUID enterprise, String period) throws SQLException {
    execute(
        """
        INSERT INTO obligation (id, written_by, audience, enterprise_id, kind, period, state, sequence, opened_at,
            due_at, due_anchor, due_rule, due_provisional)
        VALUES (gen_random_uuid(), 'SYSTEM', '{}', ?::uuid, 'PERIODIC', ?, 'OPEN', 1, now(), now(), now(), 'SIX_MONTHLY', false)""",
        enterprise,
        period);
  }

  /** Submitted, and nothing of it accepted. */
  static void submitted(UUID enterprise, String period) throws SQLException {
    owes(enterprise, period);
    report(enterprise, period, "SUBMITTED", null);
  }

  /** The id of the report. */
  static UUID accepted(
      UUID enterprise, String period, int version, Totals totals, Figure... figures)
      throws SQLException {
    owes(enterprise, period);
    UUID report = report(enterprise, period, "ACCEPTED", version);
    version(report, version, totals, figures);
    return report;
  }

  /** Another accepted version of the report. */
  static void again(UUID report, int version, Totals totals, Figure... figures)
      throws SQLException {
    version(report, version, totals, figures);
    execute("UPDATE report SET accepted_version = ?::int WHERE id = ?::uuid", version, report);
  }

  private static UUID report(UUID enterprise, String period, String state, Integer accepted)
      throws SQLException {
    UUID id = UUID.randomUUID();
    execute(
        """
        INSERT INTO report (id, written_by, audience, enterprise_id, obligation_id, period, state, version, sequence,
            submitted_version, accepted_version)
        SELECT ?::uuid, enterprise_id::text, '{}', enterprise_id, id, period, ?, 1, 2, 1, ?::int
        FROM obligation WHERE enterprise_id = ?::uuid AND period = ?""",
        id,
        state,
        accepted,
        enterprise,
        period);
    execute(
        """
        INSERT INTO report_reader (aggregate_id, owner, party, at)
        SELECT id, written_by, 'DEPARTMENT', now() FROM report WHERE id = ?::uuid""",
        id);
    return id;
  }

  private static void version(UUID report, int version, Totals totals, Figure... figures)
      throws SQLException {
    execute(
        """
        INSERT INTO report_version (report_id, version, written_by, submitted_at, as_of, figures, totals,
            recorded_figures, recorded_totals, content, nil, changes)
        VALUES (?::uuid, ?::int, 'x', now(), now(), ?::jsonb, ?::jsonb, '[]', '{}', '{}', ?::boolean, '[]')""",
        report,
        version,
        EventJson.write(figures),
        EventJson.write(totals),
        figures.length == 0);
  }

  /** 5,000 enterprises, say, of whom every tenth has nothing accepted. */
  static void many(String period, int enterprises) throws SQLException {
    execute(
        """
        INSERT INTO enterprise (id, tax_code, name, sectors, state, sequence)
        SELECT md5(? || n)::uuid, '9900123459', 'Công ty Cổ phần Bưu chính Viễn thông số ' || n, '{POSTAL}', 'ACTIVE', 3
        FROM generate_series(1, ?::int) n""",
        period,
        enterprises);
    execute(
        """
        INSERT INTO obligation (id, written_by, audience, enterprise_id, kind, period, state, sequence, opened_at,
            due_at, due_anchor, due_rule, due_provisional)
        SELECT gen_random_uuid(), 'SYSTEM', '{}', md5(p.period || n)::uuid, 'PERIODIC', p.period, 'OPEN', 1, now(), now(),
          now(), 'SIX_MONTHLY', false
        FROM (SELECT ? AS period) p, generate_series(1, ?::int) n""",
        period,
        enterprises);
    execute(
        """
        INSERT INTO report (id, written_by, audience, enterprise_id, obligation_id, period, state, version, sequence,
            submitted_version, accepted_version)
        SELECT gen_random_uuid(), md5(p.period || n), '{}', md5(p.period || n)::uuid, o.id, p.period, 'ACCEPTED', 1, 3, 1, 1
        FROM (SELECT ? AS period) p, generate_series(1, ?::int) n
        JOIN obligation o ON o.enterprise_id = md5(? || n)::uuid WHERE n % 10 <> 0""",
        period, enterprises, period);
    execute(
        """
        INSERT INTO report_version (report_id, version, written_by, submitted_at, as_of, figures, totals,
            recorded_figures, recorded_totals, content, nil, changes)
        SELECT id, 1, 'x', now(), now(), ?::jsonb, ?::jsonb, '[]', '{}', '{}', false, '[]'
        FROM report WHERE period = ?""",
        EventJson.write(
            new Figure[] {
              new Figure("POST_CONTRABAND", 2, 2, 1, 1, 1_000_000, 0),
              new Figure("TEL_BYPASS_SIMBOX", 3, 2, 1, 1, 2_000_000, 500_000)
            }),
        EventJson.write(Totals.of(count -> 4)),
        period);
    execute(
        """
        INSERT INTO report_reader (aggregate_id, owner, party, at)
        SELECT id, written_by, 'DEPARTMENT', now() FROM report WHERE period = ?""",
        period);
  }

  private static void execute(String sql, Object... parameters) throws SQLException {
    Database.asSuperuser(
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
              statement.setString(i + 1, parameters[i] == null ? null : parameters[i].toString());
            }
            return statement.executeUpdate();
          }
        });
  }
}
