package vn.phoihop.platform.audit;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import vn.phoihop.platform.http.Cursors;
import vn.phoihop.platform.http.Page;
import vn.phoihop.platform.http.PageRequest;
import vn.phoihop.platform.http.Position;
import vn.phoihop.platform.time.SystemClock;

/** What the auditor reads. */
@Singleton
class AuditService {

  private static final String BATCHES = "audit-batches";
  private static final int BATCHES_AT_ONCE = 500;
  private static final int ENTRIES_AT_ONCE = 5_000;

  private final AgroalDataSource dataSource;
  private final AuditKey key;
  private final Cursors cursors;
  private final SystemClock clock;
  private final String chain;

  AuditService(
      AgroalDataSource dataSource,
      AuditKey key,
      Cursors cursors,
      SystemClock clock,
      @ConfigProperty(name = "quarkus.application.name") String chain) {
    this.dataSource = dataSource;
    this.key = key;
    this.cursors = cursors;
    this.clock = clock;
    this.chain = chain;
  }

  AuditKeyView key() {
    return new AuditKeyView("Ed25519", Base64.getEncoder().encodeToString(key.publicKey()));
  }

  /** Newest first. */
  @Transactional
  Page<AuditEntryView> list(AuditFilter filter, PageRequest page) {
    Instant from = filter.from();
    Position last = cursors.decode(page, filter.scope());
    if (last == null) {
      last = new Position(filter.to(), new UUID(0, 0));
    }
    String sql =
        "SELECT "
            + AuditTable.ENTRY
            + ", s.seq, s.batch FROM audit a LEFT JOIN audit_seal s ON s.audit_id = a.id"
            + " WHERE a.at >= ? AND (a.at, a.id) < (?, ?)"
            + (filter.objectId == null ? "" : " AND a.object_id = ?")
            + " ORDER BY a.at DESC, a.id DESC LIMIT "
            + (page.limit() + 1);
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      select.setObject(1, from.atOffset(ZoneOffset.UTC));
      select.setObject(2, last.at().atOffset(ZoneOffset.UTC));
      select.setObject(3, last.id());
      if (filter.objectId != null) {
        select.setObject(4, filter.objectId);
      }
      return cursors.page(
          entries(select), page, filter.scope(), entry -> new Position(entry.at(), entry.id()));
    } catch (SQLException e) {
      throw new IllegalStateException("the audit rows could not be read", e);
    }
  }

  /** Newest first. */
  @Transactional
  Page<AuditBatchView> batches(PageRequest page) {
    Position last = cursors.decode(page, BATCHES);
    long before = last == null ? Long.MAX_VALUE : last.id().getLeastSignificantBits();
    try (Connection connection = dataSource.getConnection()) {
      List<AuditBatchView> rows =
          new AuditTable(connection, chain)
              .before(before, page.limit() + 1).stream().map(AuditBatchView::of).toList();
      return cursors.page(
          rows, page, BATCHES, batch -> new Position(batch.at(), new UUID(0, batch.n())));
    } catch (SQLException e) {
      throw new IllegalStateException("the audit batches could not be read", e);
    }
  }

  /**
   * The whole chain as NDJSON: each batch, then its entries as they are in the database now, and at
   * the end a signed line that says how long the chain is. A few thousand entries are a
   * transaction: a reader that is slow holds none open.
   */
  void export(OutputStream out) throws IOException {
    long entries = 0;
    long batches = 0;
    byte[] head = AuditChain.NOTHING_BEFORE;
    for (Part part = part(1); !part.batches().isEmpty(); part = part(batches + 1)) {
      Iterator<SealedEntry> found = part.entries().iterator();
      SealedEntry next = found.hasNext() ? found.next() : null;
      for (AuditTable.Batch batch : part.batches()) {
        AuditChain.Header header = batch.header();
        line(
            out,
            Map.of(
                "type", "batch",
                "header", header.members(),
                "signature", Base64.getEncoder().encodeToString(batch.signature())));
        while (next != null && next.seq() < header.first() + header.size()) {
          out.write((next.canonical(chain) + "\n").getBytes(StandardCharsets.UTF_8));
          next = found.hasNext() ? found.next() : null;
        }
        batches = header.n();
        entries += header.size();
        head = header.hash();
      }
    }
    Map<String, Object> end =
        Map.of(
            "chain",
            chain,
            "batches",
            batches,
            "entries",
            entries,
            "hash",
            HexFormat.of().formatHex(head),
            "at",
            clock.now().toString(),
            "key",
            Base64.getEncoder().encodeToString(key.publicKey()));
    byte[] signed =
        ("phoihop audit head v1\n" + CanonicalJson.write(end)).getBytes(StandardCharsets.UTF_8);
    line(
        out,
        Map.of(
            "type",
            "head",
            "head",
            end,
            "signature",
            Base64.getEncoder().encodeToString(key.sign(signed))));
  }

  private record Part(List<AuditTable.Batch> batches, List<SealedEntry> entries) {}

  /** The batches from a number on, as many as have some thousand entries. */
  private Part part(long from) {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              try (Connection connection = dataSource.getConnection()) {
                AuditTable table = new AuditTable(connection, chain);
                List<AuditTable.Batch> some = table.from(from, BATCHES_AT_ONCE);
                int many = 0;
                int entries = 0;
                while (many < some.size() && entries < ENTRIES_AT_ONCE) {
                  entries += some.get(many).header().size();
                  many++;
                }
                List<AuditTable.Batch> batches = some.subList(0, many);
                return new Part(batches, batches.isEmpty() ? List.of() : table.of(batches));
              }
            });
  }

  private static void line(OutputStream out, Map<String, Object> members) throws IOException {
    out.write((CanonicalJson.write(members) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private static List<AuditEntryView> entries(PreparedStatement select) throws SQLException {
    List<AuditEntryView> entries = new ArrayList<>();
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        entries.add(
            new AuditEntryView(
                row.getObject(1, UUID.class),
                row.getObject(2, OffsetDateTime.class).toInstant(),
                row.getString(3),
                row.getString(4),
                row.getObject(5, UUID.class),
                row.getString(6),
                row.getString(7),
                row.getObject(8, UUID.class),
                row.getLong(9),
                number(row, 10),
                number(row, 11)));
      }
    }
    return entries;
  }

  private static @Nullable Long number(ResultSet row, int column) throws SQLException {
    long number = row.getLong(column);
    return row.wasNull() ? null : number;
  }
}
