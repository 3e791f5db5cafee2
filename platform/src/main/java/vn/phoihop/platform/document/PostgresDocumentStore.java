package vn.phoihop.platform.document;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Cipher;
import org.jspecify.annotations.Nullable;
import vn.phoihop.platform.crypto.Encryption;
import vn.phoihop.platform.problem.ProblemException;
import vn.phoihop.platform.time.SystemClock;

/**
 * Chunks of a quarter of a megabyte, each AES-GCM under the document's own key with its number as
 * nonce and its place (document, number) as context: a chunk moved, swapped or cut does not
 * decrypt.
 */
@Singleton
class PostgresDocumentStore implements DocumentStore {

  private static final String PURPOSE = "document";
  private static final int CHUNK_BYTES = 256 * 1024;

  private final AgroalDataSource dataSource;
  private final Encryption encryption;
  private final SystemClock clock;

  PostgresDocumentStore(AgroalDataSource dataSource, Encryption encryption, SystemClock clock) {
    this.dataSource = dataSource;
    this.encryption = encryption;
    this.clock = clock;
  }

  @Override
  public void put(UUID documentId, UUID aggregateId, String writtenBy, SpooledFile file) {
    byte[] key = encryption.randomBytes(32);
    try (Connection connection = dataSource.getConnection()) {
      putDocument(connection, documentId, aggregateId, writtenBy, file, key);
      putChunks(connection, documentId, aggregateId, writtenBy, file, key);
    } catch (SQLException e) {
      throw new IllegalStateException("the document could not be kept", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void putDocument(
      Connection connection,
      UUID documentId,
      UUID aggregateId,
      String writtenBy,
      SpooledFile file,
      byte[] key)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            INSERT INTO document (id, aggregate_id, written_by, size, sha256, key_id, wrapped_key, created_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)""")) {
      insert.setObject(1, documentId);
      insert.setObject(2, aggregateId);
      insert.setString(3, writtenBy);
      insert.setLong(4, file.size());
      insert.setString(5, file.sha256());
      insert.setString(6, encryption.currentKeyId(PURPOSE));
      insert.setBytes(7, encryption.encrypt(PURPOSE, key, context(documentId, -1)));
      insert.setObject(8, clock.now().atOffset(ZoneOffset.UTC));
      insert.executeUpdate();
    }
  }

  private static void putChunks(
      Connection connection,
      UUID documentId,
      UUID aggregateId,
      String writtenBy,
      SpooledFile file,
      byte[] key)
      throws SQLException, IOException {
    try (PreparedStatement insert =
            connection.prepareStatement(
                """
                INSERT INTO document_chunk (document_id, n, aggregate_id, written_by, bytes)
                VALUES (?, ?, ?, ?, ?)""");
        InputStream in = Files.newInputStream(file.path())) {
      int n = 0;
      for (byte[] chunk = in.readNBytes(CHUNK_BYTES);
          chunk.length > 0;
          chunk = in.readNBytes(CHUNK_BYTES)) {
        insert.setObject(1, documentId);
        insert.setInt(2, n);
        insert.setObject(3, aggregateId);
        insert.setString(4, writtenBy);
        insert.setBytes(
            5, Encryption.gcm(Cipher.ENCRYPT_MODE, key, nonce(n), chunk, context(documentId, n)));
        insert.addBatch();
        n++;
        // Eight chunks a round trip, and no more of the file in memory.
        if (n % 8 == 0) {
          insert.executeBatch();
        }
      }
      insert.executeBatch();
    }
  }

  @Override
  public void copyTo(UUID documentId, OutputStream out) {
    Kept kept = QuarkusTransaction.requiringNew().call(() -> kept(documentId));
    byte[] key = encryption.decrypt(PURPOSE, kept.wrappedKey(), context(documentId, -1));
    MessageDigest digest = Spool.sha256();
    try {
      int n = 0;
      for (byte[] bytes = chunk(documentId, n); bytes != null; bytes = chunk(documentId, n)) {
        byte[] chunk =
            Encryption.gcm(Cipher.DECRYPT_MODE, key, nonce(n), bytes, context(documentId, n));
        digest.update(chunk);
        out.write(chunk);
        n++;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (!HexFormat.of().formatHex(digest.digest()).equals(kept.sha256())) {
      throw new IllegalStateException("document " + documentId + " is not what was kept");
    }
  }

  private record Kept(byte[] wrappedKey, String sha256) {}

  private Kept kept(UUID documentId) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select =
            connection.prepareStatement("SELECT wrapped_key, sha256 FROM document WHERE id = ?")) {
      select.setObject(1, documentId);
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          throw ProblemException.notFound();
        }
        return new Kept(row.getBytes(1), row.getString(2));
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the document could not be read", e);
    }
  }

  /** As it is kept; null after the last one. */
  private byte @Nullable [] chunk(UUID documentId, int n) {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              try (Connection connection = dataSource.getConnection();
                  PreparedStatement select =
                      connection.prepareStatement(
                          "SELECT bytes FROM document_chunk WHERE document_id = ? AND n = ?")) {
                select.setObject(1, documentId);
                select.setInt(2, n);
                try (ResultSet row = select.executeQuery()) {
                  return row.next() ? row.getBytes(1) : null;
                }
              } catch (SQLException e) {
                throw new IllegalStateException("the document could not be read", e);
              }
            });
  }

  private static byte[] nonce(int n) {
    return ByteBuffer.allocate(12).putInt(8, n).array();
  }

  private static byte[] context(UUID documentId, int n) {
    return ByteBuffer.allocate(20)
        .putLong(documentId.getMostSignificantBits())
        .putLong(documentId.getLeastSignificantBits())
        .putInt(n)
        .array();
  }
}
