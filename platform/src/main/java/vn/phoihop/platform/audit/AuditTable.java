package vn.phoihop.platform.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The statements of the sealer and of the export. */
final class AuditTable {

  static final String ENTRY =
      "a.id, a.at, a.party, a.subject, a.person, a.action, a.object_type, a.object_id, a.object_sequence";

  /** Each by its key: joined freely, the planner reads all of the trail for a thousand rows. */
  static final String WAITING =
      "SELECT row_number() OVER (ORDER BY t.audit_id) + ? - 1, "
          + ENTRY
          + " FROM (SELECT audit_id FROM audit_todo ORDER BY audit_id LIMIT ?) t"
          + " CROSS JOIN LATERAL (SELECT * FROM audit WHERE id = t.audit_id OFFSET 0) a"
          + " ORDER BY 1";

  private final Connection connection;
  private final String chain;

  AuditTable(Connection connection, String chain) {
    this.connection = connection;
    this.chain = chain;
  }

  /** A batch as it is kept. */
  record Batch(AuditChain.Header header, byte[] signature) {}

  /** Whether this instance now is the one that seals; as long as the connection lasts. */
  boolean lock() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SELECT set_config('app.party', 'SYSTEM', false)");
      try (ResultSet result =
          statement.executeQuery(
              "SELECT pg_try_advisory_lock(hashtextextended('audit.' || current_schema(), 0))")) {
        return result.next() && result.getBoolean(1);
      }
    }
  }

  Optional<Batch> last() throws SQLException {
    return batches("ORDER BY n DESC LIMIT 1").stream().findFirst();
  }

  /** The oldest first, from a number on. */
  List<Batch> from(long n, int limit) throws SQLException {
    return batches("WHERE n >= " + n + " ORDER BY n LIMIT " + limit);
  }

  /** The newest first, from below a number on. */
  List<Batch> before(long n, int limit) throws SQLException {
    return batches("WHERE n < " + n + " ORDER BY n DESC LIMIT " + limit);
  }

  /** Rows that wait, about in the order of their acts, numbered from {@code first}. */
  List<SealedEntry> waiting(long first, int limit) throws SQLException {
    return entries(WAITING, first, limit);
  }

  /**
   * What the database has now of batches that follow one another: compared with their roots, it
   * shows whether that is what was sealed.
   */
  List<SealedEntry> of(List<Batch> batches) throws SQLException {
    AuditChain.Header last = batches.get(batches.size() - 1).header();
    return entries(
        "SELECT s.seq, "
            + ENTRY
            + " FROM audit_seal s JOIN audit a ON a.id = s.audit_id"
            + " WHERE s.seq >= ? AND s.seq < ? ORDER BY 1",
        batches.get(0).header().first(),
        last.first() + last.size());
  }

  void seal(Batch batch, List<SealedEntry> entries) throws SQLException {
    AuditChain.Header header = batch.header();
    try (PreparedStatement seal =
        connection.prepareStatement("SELECT seal_audit(?, ?, ?, ?, ?, ?, ?, ?)")) {
      seal.setLong(1, header.n());
      seal.setLong(2, header.first());
      seal.setArray(
          3,
          connection.createArrayOf(
              "uuid", entries.stream().map(SealedEntry::id).toArray(UUID[]::new)));
      seal.setBytes(4, header.root());
      seal.setBytes(5, header.prev());
      seal.setObject(6, header.at().atOffset(ZoneOffset.UTC));
      seal.setBytes(7, header.key());
      seal.setBytes(8, batch.signature());
      seal.execute();
    }
  }

  private List<Batch> batches(String where) throws SQLException {
    List<Batch> batches = new ArrayList<>();
    try (PreparedStatement select =
            connection.prepareStatement(
                "SELECT n, first, size, root, prev, at, key, signature FROM audit_batch " + where);
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        batches.add(batch(row));
      }
    }
    return batches;
  }

  private Batch batch(ResultSet row) throws SQLException {
    return new Batch(
        new AuditChain.Header(
            chain,
            row.getLong(1),
            row.getLong(2),
            row.getInt(3),
            row.getBytes(4),
            row.getBytes(5),
            row.getObject(6, OffsetDateTime.class).toInstant(),
            row.getBytes(7)),
        row.getBytes(8));
  }

  private List<SealedEntry> entries(String sql, long one, long two) throws SQLException {
    List<SealedEntry> entries = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setLong(1, one);
      select.setLong(2, two);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          entries.add(
              new SealedEntry(
                  row.getLong(1),
                  row.getObject(2, UUID.class),
                  row.getObject(3, OffsetDateTime.class).toInstant(),
                  row.getString(4),
                  row.getString(5),
                  row.getObject(6, UUID.class),
                  row.getString(7),
                  row.getString(8),
                  row.getObject(9, UUID.class),
                  row.getLong(10)));
        }
      }
    }
    return entries;
  }
}
