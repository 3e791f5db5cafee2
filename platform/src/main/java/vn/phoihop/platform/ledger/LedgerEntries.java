package vn.phoihop.platform.ledger;

import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What one transaction has to write, and the statement that writes it. */
final class LedgerEntries {

  // One row, as most transactions have it, is bound column by column: arrays of one cost more than
  // the row does.
  private static final String OUTBOX_COLUMNS =
      "outbox_rows AS (INSERT INTO outbox"
          + " (id, topic, type, aggregate_id, aggregate_version, occurred_at, payload)";
  private static final String OUTBOX_ROW =
      OUTBOX_COLUMNS + "\n  VALUES (?, ?, ?, ?, ?, ?, ?::json))";
  private static final String OUTBOX_ROWS =
      OUTBOX_COLUMNS
          + """

        SELECT id, topic, type, aggregate_id, aggregate_version, occurred_at::timestamptz, payload::json
        FROM unnest(?::uuid[], ?::text[], ?::text[], ?::uuid[], ?::bigint[], ?::text[], ?::text[])
          AS t (id, topic, type, aggregate_id, aggregate_version, occurred_at, payload))""";
  private static final String AUDIT_COLUMNS =
      "audit_rows AS (INSERT INTO audit"
          + " (id, at, party, subject, person, action, object_type, object_id, object_sequence)";
  private static final String AUDIT_ROW =
      AUDIT_COLUMNS + "\n  VALUES (?, ?, ?, ?, ?::uuid, ?, ?, ?, ?))";
  private static final String AUDIT_ROWS =
      AUDIT_COLUMNS
          + """

        SELECT id, at::timestamptz, party, subject, person, action, object_type, object_id, object_sequence
        FROM unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::uuid[], ?::text[], ?::text[], ?::uuid[], ?::bigint[])
          AS t (id, at, party, subject, person, action, object_type, object_id, object_sequence))""";
  // The flag by which the sealer finds the rows.
  private static final String TODO_ROW = "audit_todo_rows AS (INSERT INTO audit_todo VALUES (?))";
  private static final String TODO_ROWS =
      "audit_todo_rows AS (INSERT INTO audit_todo SELECT unnest(?::uuid[]))";
  private static final String IDEMPOTENCY =
      """
      answer AS (INSERT INTO idempotency (party, subject, operation, key, fingerprint, status, headers, body)
        VALUES (?, ?, ?, ?, ?, ?, ?::jsonb, ?) ON CONFLICT DO NOTHING RETURNING 1)""";

  final List<OutboxRow> outbox = new ArrayList<>();
  final List<AuditRow> audit = new ArrayList<>();
  @Nullable IdempotencyRow idempotency;
  private final List<String> ctes = new ArrayList<>();
  private final List<@Nullable Object> parameters = new ArrayList<>();

  void enlist(String cte, @Nullable Object... values) {
    ctes.add(cte);
    Collections.addAll(parameters, values);
  }

  String sql() {
    List<String> parts = new ArrayList<>(ctes);
    if (!outbox.isEmpty()) {
      parts.add(outbox.size() == 1 ? OUTBOX_ROW : OUTBOX_ROWS);
    }
    if (!audit.isEmpty()) {
      parts.add(audit.size() == 1 ? AUDIT_ROW : AUDIT_ROWS);
      parts.add(audit.size() == 1 ? TODO_ROW : TODO_ROWS);
    }
    if (idempotency != null) {
      parts.add(IDEMPOTENCY);
    }
    return "WITH "
        + String.join(",\n", parts)
        + (idempotency != null ? "\nSELECT count(*) FROM answer" : "\nSELECT 1");
  }

  void bind(PreparedStatement statement, int first) throws SQLException {
    List<@Nullable Object> all = new ArrayList<>(parameters);
    if (outbox.size() == 1) {
      bind(all, outbox.get(0));
    } else if (!outbox.isEmpty()) {
      all.add(column(outbox, UUID[]::new, OutboxRow::id));
      all.add(column(outbox, String[]::new, OutboxRow::topic));
      all.add(column(outbox, String[]::new, OutboxRow::type));
      all.add(column(outbox, UUID[]::new, OutboxRow::aggregateId));
      all.add(column(outbox, Long[]::new, OutboxRow::aggregateVersion));
      all.add(column(outbox, String[]::new, row -> row.occurredAt().toString()));
      all.add(column(outbox, String[]::new, OutboxRow::payload));
    }
    if (audit.size() == 1) {
      bind(all, audit.get(0));
    } else if (!audit.isEmpty()) {
      all.add(column(audit, UUID[]::new, AuditRow::id));
      all.add(column(audit, String[]::new, row -> row.at().toString()));
      all.add(column(audit, String[]::new, AuditRow::party));
      all.add(column(audit, String[]::new, AuditRow::subject));
      all.add(column(audit, UUID[]::new, AuditRow::person));
      all.add(column(audit, String[]::new, AuditRow::action));
      all.add(column(audit, String[]::new, AuditRow::objectType));
      all.add(column(audit, UUID[]::new, AuditRow::objectId));
      all.add(column(audit, Long[]::new, AuditRow::objectSequence));
      all.add(column(audit, UUID[]::new, AuditRow::id));
    }
    IdempotencyRow answer = idempotency;
    if (answer != null) {
      Collections.addAll(
          all,
          answer.party(),
          answer.subject(),
          answer.operation(),
          answer.key(),
          answer.fingerprint(),
          answer.status(),
          answer.headers(),
          answer.body());
    }
    for (int i = 0; i < all.size(); i++) {
      set(statement, first + i, all.get(i));
    }
  }

  private static void bind(List<@Nullable Object> all, OutboxRow row) {
    Collections.addAll(
        all,
        row.id(),
        row.topic(),
        row.type(),
        row.aggregateId(),
        row.aggregateVersion(),
        row.occurredAt(),
        row.payload());
  }

  private static void bind(List<@Nullable Object> all, AuditRow row) {
    Collections.addAll(
        all,
        row.id(),
        row.at(),
        row.party(),
        row.subject(),
        row.person(),
        row.action(),
        row.objectType(),
        row.objectId(),
        row.objectSequence(),
        row.id());
  }

  private static void set(PreparedStatement statement, int i, @Nullable Object value)
      throws SQLException {
    if (value == null) {
      statement.setNull(i, Types.NULL);
    } else if (value instanceof Instant instant) {
      statement.setObject(i, instant.atOffset(ZoneOffset.UTC));
    } else if (value instanceof UUID[] many) {
      statement.setArray(i, array(statement, "uuid", many));
    } else if (value instanceof Long[] many) {
      statement.setArray(i, array(statement, "int8", many));
    } else if (value instanceof String[] many) {
      statement.setArray(i, array(statement, "text", many));
    } else {
      statement.setObject(i, value);
    }
  }

  private static Array array(PreparedStatement statement, String type, Object[] values)
      throws SQLException {
    return statement.getConnection().createArrayOf(type, values);
  }

  private static <R, T> T[] column(
      List<R> rows, Function<Integer, T[]> make, Function<R, @Nullable T> value) {
    T[] column = make.apply(rows.size());
    for (int i = 0; i < rows.size(); i++) {
      column[i] = value.apply(rows.get(i));
    }
    return column;
  }
}
