package vn.phoihop.platform.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.phoihop.platform.test.Database;
import vn.phoihop.platform.test.RowSecurityTest;

@QuarkusTest
class PlatformRowSecurityTest extends RowSecurityTest {

  private static final String OWNER = UUID.randomUUID().toString();

  @Test
  void a_party_sees_what_it_reads_and_nobody_sees_nothing() throws SQLException {
    UUID note = write(OWNER, "POLICE");
    assertEquals(1, seen(OWNER, note));
    assertEquals(1, seen("POLICE", note));
    assertEquals(1, seen("DEPARTMENT", note), "always reads, by policy");
    assertEquals(1, seen("SYSTEM", note));
    assertEquals(0, seen("CUSTOMS", note));
    assertEquals(0, seen("", note));
  }

  @Test
  void nobody_adds_himself_as_reader() throws SQLException {
    UUID note = write(OWNER);
    // Under his own name as owner: the foreign key knows who wrote the note.
    assertThrows(SQLException.class, () -> addReader("POLICE", note, "POLICE", "POLICE"));
    // Under the real owner's name: the policy knows who speaks.
    assertThrows(SQLException.class, () -> addReader("POLICE", note, OWNER, "POLICE"));
    assertThrows(SQLException.class, () -> addReader("", note, OWNER, "POLICE"));
    assertEquals(0, seen("POLICE", note));
    addReader("DEPARTMENT", note, OWNER, "POLICE");
    assertEquals(1, seen("POLICE", note));
  }

  @Test
  void nobody_writes_in_anothers_name_or_takes_over() throws SQLException {
    UUID note = write(OWNER);
    assertThrows(
        SQLException.class,
        () -> Database.as("POLICE", c -> insertNote(c, UUID.randomUUID(), OWNER)));
    assertThrows(
        SQLException.class,
        () ->
            Database.as(
                OWNER, c -> run(c, "UPDATE note SET written_by = 'POLICE' WHERE id = ?", note)));
    assertEquals(
        0,
        (int) Database.as("POLICE", c -> run(c, "UPDATE note SET text = 'x' WHERE id = ?", note)));
    assertThrows(
        SQLException.class,
        () ->
            Database.as(
                OWNER, c -> run(c, "DELETE FROM note_reader WHERE aggregate_id = ?", note)));
  }

  @Test
  void a_child_is_seen_with_its_aggregate() throws SQLException {
    UUID note = write(OWNER, "POLICE");
    Database.as(
        OWNER,
        c ->
            run(
                c,
                "INSERT INTO note_remark (id, note_id, written_by) VALUES (gen_random_uuid(), ?, '"
                    + OWNER
                    + "')",
                note));
    assertEquals(1, count("POLICE", "SELECT count(*) FROM note_remark WHERE note_id = ?", note));
    assertEquals(0, count("CUSTOMS", "SELECT count(*) FROM note_remark WHERE note_id = ?", note));
    assertThrows(
        SQLException.class,
        () ->
            Database.as(
                OWNER,
                c -> run(c, "UPDATE note_remark SET written_by = 'x' WHERE note_id = ?", note)));
  }

  @Test
  void a_part_may_be_kept_from_who_always_reads_the_whole() throws SQLException {
    UUID folder = UUID.randomUUID();
    UUID note = write(OWNER);
    Database.as(
        OWNER,
        c -> {
          run(
              c,
              "INSERT INTO folder (id, written_by, audience) VALUES (?, '" + OWNER + "', '{}')",
              folder);
          insertReader(c, "folder_reader", folder, OWNER, OWNER);
          run(
              c,
              "INSERT INTO folder_content (id, folder_id, written_by) VALUES (gen_random_uuid(), ?, '"
                  + OWNER
                  + "')",
              folder);
          insertDocument(c, folder, OWNER);
          return insertDocument(c, note, OWNER);
        });
    String contents = "SELECT count(*) FROM folder_content WHERE folder_id = ?";
    String documents = "SELECT count(*) FROM document WHERE aggregate_id = ?";
    assertEquals(1, count("DEPARTMENT", "SELECT count(*) FROM folder WHERE id = ?", folder));
    assertEquals(1, count(OWNER, contents, folder));
    assertEquals(0, count("DEPARTMENT", contents, folder));
    // A document belongs to one aggregate: who always reads notes reads their documents, not those
    // of folders.
    assertEquals(1, count("DEPARTMENT", documents, note));
    assertEquals(0, count("DEPARTMENT", documents, folder));
    assertEquals(1, count(OWNER, documents, folder));

    Database.as("DEPARTMENT", c -> insertReader(c, "folder_reader", folder, OWNER, "DEPARTMENT"));
    assertEquals(1, count("DEPARTMENT", contents, folder));
    assertEquals(1, count("DEPARTMENT", documents, folder));
  }

  @Test
  void a_list_goes_by_the_reader_index() throws SQLException {
    String plan =
        Database.as(
            "POLICE",
            c -> {
              c.createStatement().execute("SET LOCAL enable_seqscan = off");
              try (ResultSet rows =
                  c.createStatement()
                      .executeQuery(
                          "EXPLAIN SELECT n.id FROM note_reader r JOIN note n ON n.id = r.aggregate_id"
                              + " WHERE r.party = 'POLICE' ORDER BY r.at DESC, r.aggregate_id DESC LIMIT 50")) {
                StringBuilder text = new StringBuilder();
                while (rows.next()) {
                  text.append(rows.getString(1)).append('\n');
                }
                return text.toString();
              }
            });
    assertTrue(plan.contains("note_reader_party_at_idx"), plan);
  }

  @Test
  void only_the_auditor_reads_audit_rows() throws SQLException {
    UUID id = UUID.randomUUID();
    Database.as(
        "POLICE",
        c ->
            run(
                c,
                "INSERT INTO audit VALUES (gen_random_uuid(), now(), 'POLICE', 's', NULL, 'a', 'note', ?, 1)",
                id));
    assertEquals(1, count("AUDITOR", "SELECT count(*) FROM audit WHERE object_id = ?", id));
    assertEquals(0, count("POLICE", "SELECT count(*) FROM audit WHERE object_id = ?", id));
    assertThrows(
        SQLException.class,
        () ->
            Database.as(
                "CUSTOMS",
                c ->
                    run(
                        c,
                        "INSERT INTO audit VALUES (gen_random_uuid(), now(), 'POLICE', 's', NULL, 'a', 'note', ?, 1)",
                        id)));
  }

  private static UUID write(String owner, String... readers) throws SQLException {
    UUID id = UUID.randomUUID();
    return Database.as(
        owner,
        c -> {
          insertNote(c, id, owner);
          insertReader(c, id, owner, owner);
          for (String reader : readers) {
            insertReader(c, id, owner, reader);
          }
          return id;
        });
  }

  private static void addReader(String as, UUID note, String owner, String party)
      throws SQLException {
    Database.as(as, c -> insertReader(c, note, owner, party));
  }

  private static int insertNote(Connection connection, UUID id, String owner) throws SQLException {
    return run(
        connection,
        "INSERT INTO note (id, written_by, audience, state, text, written_at, sequence) VALUES (?, '"
            + owner
            + "', '{}', 'OPEN', 't', now(), 1)",
        id);
  }

  private static int insertDocument(Connection connection, UUID aggregate, String owner)
      throws SQLException {
    return run(
        connection,
        "INSERT INTO document (id, aggregate_id, written_by, size, sha256, key_id, wrapped_key, created_at) VALUES"
            + " (gen_random_uuid(), ?, '"
            + owner
            + "', 0, repeat('0', 64), 'k', '', now())",
        aggregate);
  }

  private static int insertReader(Connection connection, UUID id, String owner, String party)
      throws SQLException {
    return insertReader(connection, "note_reader", id, owner, party);
  }

  private static int insertReader(
      Connection connection, String table, UUID id, String owner, String party)
      throws SQLException {
    return run(
        connection,
        "INSERT INTO "
            + table
            + " (aggregate_id, owner, party, at) VALUES (?, '"
            + owner
            + "', '"
            + party
            + "', now())",
        id);
  }

  private static long seen(String party, UUID note) throws SQLException {
    return count(party, "SELECT count(*) FROM note WHERE id = ?", note);
  }

  private static long count(String party, String sql, UUID id) throws SQLException {
    return Database.as(
        party,
        c -> {
          try (PreparedStatement select = c.prepareStatement(sql)) {
            select.setObject(1, id);
            try (ResultSet row = select.executeQuery()) {
              row.next();
              return row.getLong(1);
            }
          }
        });
  }

  private static int run(Connection connection, String sql, UUID id) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setObject(1, id);
      return statement.executeUpdate();
    }
  }
}
