package vn.phoihop.platform.document;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.phoihop.platform.identity.SystemParty;
import vn.phoihop.platform.problem.ProblemException;
import vn.phoihop.platform.test.Database;

@QuarkusTest
class DocumentStoreTest {

  @Inject DocumentStore documents;
  @Inject Spool spool;
  @Inject SystemParty system;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 262_143, 262_144, 262_145, 3_000_000})
  void what_is_put_is_read_back(int size) throws Exception {
    byte[] content = content(size);
    UUID id = put(content);
    assertArrayEquals(content, read(id));
  }

  @Test
  void what_is_stored_is_not_readable_and_names_its_key() throws SQLException {
    byte[] content =
        "Danh sách thuê bao nghi vấn".repeat(100).getBytes(java.nio.charset.StandardCharsets.UTF_8);
    UUID id = put(content);
    String stored =
        Database.column("SELECT encode(bytes, 'hex') FROM document_chunk WHERE document_id = ?", id)
            .get(0);
    assertFalse(
        stored.contains(
            HexFormat.of()
                .formatHex("thuê bao".getBytes(java.nio.charset.StandardCharsets.UTF_8))));
    assertEquals(
        8, Database.column("SELECT key_id FROM document WHERE id = ?", id).get(0).length());
  }

  @Test
  void a_changed_a_swapped_and_a_missing_chunk_are_noticed() throws SQLException {
    UUID changed = put(content(600_000));
    alter(
        "UPDATE document_chunk SET bytes = set_byte(bytes, 5, get_byte(bytes, 5) # 1) WHERE n = 1 AND document_id = ?",
        changed);
    assertThrows(IllegalStateException.class, () -> read(changed));

    UUID swapped = put(content(600_000));
    alter(
        "UPDATE document_chunk SET n = CASE n WHEN 0 THEN 101 WHEN 1 THEN 100 ELSE n END WHERE document_id = ?",
        swapped);
    assertThrows(IllegalStateException.class, () -> read(swapped));

    UUID cut = put(content(600_000));
    alter("DELETE FROM document_chunk WHERE n = 2 AND document_id = ?", cut);
    assertThrows(IllegalStateException.class, () -> read(cut));
  }

  @Test
  void a_document_that_is_not_there_is_not_found() {
    assertThrows(ProblemException.class, () -> read(UUID.randomUUID()));
  }

  @Test
  void a_body_over_the_limit_leaves_nothing_behind() throws Exception {
    long before =
        Files.list(java.nio.file.Path.of(System.getProperty("phoihop.spool-dir"))).count();
    ProblemException refused =
        assertThrows(
            ProblemException.class,
            () -> spool.receive(new ByteArrayInputStream(content(1001)), 1000));
    assertEquals(413, refused.type().status());
    assertEquals(
        before, Files.list(java.nio.file.Path.of(System.getProperty("phoihop.spool-dir"))).count());
    try (SpooledFile file = spool.receive(new ByteArrayInputStream(content(1000)), 1000)) {
      assertEquals(1000, file.size());
      assertEquals(
          HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content(1000))),
          file.sha256());
    }
  }

  private UUID put(byte[] content) {
    UUID id = UUID.randomUUID();
    try (SpooledFile file = spool.receive(new ByteArrayInputStream(content), Long.MAX_VALUE)) {
      system.run(
          () ->
              QuarkusTransaction.requiringNew()
                  .run(() -> documents.put(id, UUID.randomUUID(), "SYSTEM", file)));
    }
    return id;
  }

  private byte[] read(UUID id) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    system.run(() -> QuarkusTransaction.requiringNew().run(() -> documents.copyTo(id, out)));
    return out.toByteArray();
  }

  private static void alter(String sql, UUID id) throws SQLException {
    Database.asSuperuser(
        connection -> {
          try (var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, id);
            return statement.executeUpdate();
          }
        });
  }

  private static byte[] content(int size) {
    byte[] content = new byte[size];
    new Random(size).nextBytes(content);
    return content;
  }
}
