package vn.phoihop.platform.audit;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.phoihop.platform.test.Database;
import vn.phoihop.platform.test.Tokens;

/**
 * Whatever is done to the trail behind the product's back, the verifier finds it; and late commits
 * are only late.
 */
@QuarkusTest
class AuditChainTest {

  @TempDir Path folder;

  @Test
  void the_trail_as_it_was_written_is_sound_and_numbered_without_gaps() throws Exception {
    UUID note = act();
    act();
    Path export = export();
    AuditVerifier.Report report = new AuditVerifier(Set.of(publicKey())).verify(export);
    assertEquals(List.of(), report.faults());
    assertEquals("platform", report.chain());
    assertEquals(publicKey(), report.key());
    assertEquals(
        report.entries(),
        Database.count("SELECT count(*) FROM audit_seal WHERE seq <= ?", report.entries()));
    assertTrue(Files.readString(export).contains(note.toString()));
    assertEquals(
        0,
        Database.count(
            "SELECT count(*) FROM (SELECT seq - lag(seq) OVER (ORDER BY seq) AS step FROM audit_seal) t WHERE step <> 1"));
  }

  @Test
  void a_byte_that_was_changed_is_found() throws Exception {
    UUID note = act();
    assertFound(
        lines -> lines.replace(note.toString(), note.toString().replace('-', '_')),
        "is not what was sealed");
    assertFound(lines -> lines.replaceFirst("\"root\":\"[0-9a-f]", "\"root\":\"x"), "is no batch");
    String flipped = flip(Files.readString(export()));
    assertFound(lines -> flipped, "not genuine");
  }

  @Test
  void an_entry_that_was_taken_out_swapped_or_put_in_is_found() throws Exception {
    act();
    act();
    assertFound(lines -> edit(lines, all -> all.remove(entry(all, 0))), "");
    assertFound(lines -> edit(lines, all -> all.remove(all.size() - 2)), "sealed");
    assertFound(
        lines ->
            edit(
                lines,
                all -> {
                  int one = entry(all, 0);
                  int two = entry(all, 1);
                  String first = all.get(one);
                  all.set(one, all.get(two));
                  all.set(two, first);
                }),
        "stands where entry");
    assertFound(
        lines -> edit(lines, all -> all.add(all.size() - 1, all.get(entry(all, 0)))),
        "stands where entry");
  }

  @Test
  void a_trail_that_was_cut_off_is_found() throws Exception {
    act();
    assertFound(lines -> edit(lines, all -> all.remove(all.size() - 1)), "cut off");
    assertFound(
        lines ->
            edit(
                lines,
                all -> {
                  int lastBatch = batches(all).get(batches(all).size() - 1);
                  all.subList(lastBatch, all.size() - 1).clear();
                }),
        "shorter than its signed last line says");
    // Cut in the database itself, the last line signed anew by the service: an earlier export knows
    // better.
    Path earlier = export();
    UUID note = act();
    Path later = export();
    AuditVerifier verifier = new AuditVerifier(Set.of(publicKey()));
    assertEquals(List.of(), verifier.verify(later).faults());
    assertTrue(Files.readString(later).contains(note.toString()));
    assertEquals(List.of("ends before batch"), heads(verifier.verify(earlier).faults()));
  }

  @Test
  void a_chain_made_anew_without_the_key_is_found() throws Exception {
    act();
    Path export = export();
    KeyPair forger = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    Path forged = folder.resolve("forged.ndjson");
    Files.writeString(forged, resealed(Files.readAllLines(export), forger, publicKey()));
    assertTrue(
        only(new AuditVerifier(Set.of()).verify(forged).faults()).contains("not genuine"),
        "the genuine key is named, the signature is the forger's");
    String open = Base64.getEncoder().encodeToString(forger.getPublic().getEncoded());
    Files.writeString(forged, resealed(Files.readAllLines(export), forger, open));
    assertEquals(List.of(), new AuditVerifier(Set.of()).verify(forged).faults(), "sound in itself");
    assertTrue(
        only(new AuditVerifier(Set.of(publicKey())).verify(forged).faults())
            .contains("not trusted"));
    AuditVerifier verifier = new AuditVerifier(Set.of());
    assertEquals(List.of(), verifier.verify(export).faults());
    assertTrue(only(verifier.verify(forged).faults()).contains("not trusted"));
  }

  @Test
  void a_row_that_was_edited_or_removed_in_the_database_is_found() throws Exception {
    UUID note = act();
    sealed();
    assertThrows(
        SQLException.class,
        () -> update("UPDATE audit SET party = 'x' WHERE object_id = '" + note + "'"));
    assertThrows(SQLException.class, () -> update("DELETE FROM audit_batch"));
    assertThrows(SQLException.class, () -> update("TRUNCATE audit CASCADE"));
    assertThrows(
        SQLException.class,
        () ->
            Database.as(
                "SYSTEM", c -> c.createStatement().executeUpdate("DELETE FROM audit_seal")));
    assertThrows(
        SQLException.class,
        () ->
            Database.as(
                "SYSTEM",
                c ->
                    c.createStatement()
                        .executeUpdate("INSERT INTO audit_seal VALUES (1, gen_random_uuid(), 1)")));

    // A superuser who switches the triggers off.
    String behind = "SET session_replication_role = replica; ";
    update(behind + "UPDATE audit SET subject = subject || 'x' WHERE object_id = '" + note + "'");
    assertTrue(
        only(new AuditVerifier(Set.of(publicKey())).verify(export()).faults())
            .contains("is not what was sealed"));
    update(
        behind + "UPDATE audit SET subject = left(subject, -1) WHERE object_id = '" + note + "'");
    assertEquals(List.of(), new AuditVerifier(Set.of(publicKey())).verify(export()).faults());
  }

  @Test
  void a_transaction_that_commits_after_later_ones_were_sealed_is_only_sealed_late()
      throws Exception {
    UUID late = UUID.randomUUID();
    UUID lateNote = UUID.randomUUID();
    try (Connection open = app()) {
      open.setAutoCommit(false);
      open.createStatement().execute("SELECT set_config('app.party', 'POLICE', true)");
      open.createStatement()
          .execute(
              "INSERT INTO audit VALUES ('"
                  + late
                  + "', now() - interval '1 minute', 'POLICE', 's', NULL, 'note.late', 'note', '"
                  + lateNote
                  + "', 1)");
      open.createStatement().execute("INSERT INTO audit_todo VALUES ('" + late + "')");
      act();
      sealed();
      assertEquals(0, Database.count("SELECT count(*) FROM audit_seal WHERE audit_id = ?", late));
      open.commit();
    }
    sealed();
    assertEquals(1, Database.count("SELECT count(*) FROM audit_seal WHERE audit_id = ?", late));
    Path export = export();
    assertEquals(List.of(), new AuditVerifier(Set.of(publicKey())).verify(export).faults());
    assertTrue(Files.readString(export).contains(lateNote.toString()));
  }

  @Test
  void the_auditor_lists_acts_and_seals() throws Exception {
    UUID note = act();
    sealed();
    auditor()
        .get("/api/v1/audit?objectId=" + note)
        .then()
        .statusCode(200)
        .body("items", hasSize(1))
        .body("items[0].action", equalTo("note.written"))
        .body("items[0].seq", notNullValue())
        .body("items[0].batch", notNullValue());
    String at =
        auditor().get("/api/v1/audit?objectId=" + note).then().extract().path("items[0].at");
    auditor().get("/api/v1/audit?objectId=" + note + "&to=" + at).then().body("items", hasSize(0));
    auditor()
        .get("/api/v1/audit?objectId=" + note + "&from=" + at)
        .then()
        .body("items", hasSize(1));
    auditor()
        .get("/api/v1/audit?from=yesterday")
        .then()
        .statusCode(400)
        .body("errors.pointer", hasItem("query:from"));
    act();
    act();
    String next =
        auditor().get("/api/v1/audit?limit=2").then().statusCode(200).extract().path("next");
    auditor().get("/api/v1/audit?limit=2&cursor=" + next).then().statusCode(200);
    sealed();
    auditor()
        .get("/api/v1/audit/batches")
        .then()
        .statusCode(200)
        .body("items.key", everyItem(equalTo(publicKey())));
  }

  @Test
  void canonical_json_is_rfc_8785s() {
    assertEquals(
        "{\"a\":{\"x\":-1},\"b\":\"\\u0001\\n\\\"\\\\/đ€\",\"é\":9007199254740991}",
        CanonicalJson.write(
            java.util.Map.of(
                "é", 9007199254740991L, "b", "\u0001\n\"\\/đ€", "a", java.util.Map.of("x", -1))));
    assertThrows(
        IllegalArgumentException.class, () -> CanonicalJson.write(java.util.Map.of("n", 1L << 53)));
  }

  private interface Edit {
    void on(List<String> lines);
  }

  private void assertFound(UnaryOperator<String> change, String fault) throws Exception {
    Path export = export();
    String before = Files.readString(export);
    String after = change.apply(before);
    assertFalse(before.equals(after), "nothing was changed");
    Path changed = folder.resolve("changed.ndjson");
    Files.writeString(changed, after);
    String found = only(new AuditVerifier(Set.of(publicKey())).verify(changed).faults());
    assertTrue(found.contains(fault), found);
  }

  private static String only(List<String> faults) {
    assertEquals(1, faults.size(), () -> "faults: " + faults);
    return faults.get(0);
  }

  private static List<String> heads(List<String> faults) {
    return faults.stream().map(fault -> fault.replaceFirst("(ends before batch).*", "$1")).toList();
  }

  private static String edit(String text, Edit edit) {
    List<String> lines = new ArrayList<>(text.lines().toList());
    edit.on(lines);
    return String.join("\n", lines) + "\n";
  }

  private static int entry(List<String> lines, int n) {
    return indices(lines, "\"type\":\"entry\"}").get(n);
  }

  private static List<Integer> batches(List<String> lines) {
    return indices(lines, "\"type\":\"batch\"}");
  }

  private static List<Integer> indices(List<String> lines, String end) {
    List<Integer> indices = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).endsWith(end)) {
        indices.add(i);
      }
    }
    return indices;
  }

  /** The first character of the first root, another hex digit. */
  private static String flip(String text) {
    int root = text.indexOf("\"root\":\"") + "\"root\":\"".length();
    char other = text.charAt(root) == 'a' ? 'b' : 'a';
    return text.substring(0, root) + other + text.substring(root + 1);
  }

  /** One batch of the edited entries, hashed as the sealer does and signed with another key. */
  private static String resealed(List<String> lines, KeyPair forger, String named)
      throws Exception {
    List<String> entries =
        lines.stream()
            .filter(line -> line.endsWith("\"type\":\"entry\"}"))
            .map(line -> line.replace("note.written", "note.forged"))
            .toList();
    AuditChain.Header header =
        new AuditChain.Header(
            "platform",
            1,
            1,
            entries.size(),
            AuditChain.root(entries),
            AuditChain.NOTHING_BEFORE,
            java.time.Instant.parse("2026-11-25T00:00:00Z"),
            Base64.getDecoder().decode(named));
    StringBuilder file = new StringBuilder();
    file.append(
        CanonicalJson.write(
            java.util.Map.of(
                "type", "batch",
                "header", header.members(),
                "signature", sign(forger, header.bytes()))));
    file.append('\n');
    entries.forEach(entry -> file.append(entry).append('\n'));
    java.util.Map<String, Object> head =
        java.util.Map.of(
            "at",
            "2026-11-25T00:00:00Z",
            "batches",
            1,
            "chain",
            "platform",
            "entries",
            entries.size(),
            "hash",
            java.util.HexFormat.of().formatHex(header.hash()),
            "key",
            named);
    file.append(
        CanonicalJson.write(
            java.util.Map.of(
                "type",
                "head",
                "head",
                head,
                "signature",
                sign(
                    forger,
                    ("phoihop audit head v1\n" + CanonicalJson.write(head))
                        .getBytes(StandardCharsets.UTF_8)))));
    return file.append('\n').toString();
  }

  private static String sign(KeyPair keys, byte[] bytes) throws Exception {
    Signature signature = Signature.getInstance("Ed25519");
    signature.initSign(keys.getPrivate());
    signature.update(bytes);
    return Base64.getEncoder().encodeToString(signature.sign());
  }

  /** A note is written: an audit row. */
  private static UUID act() {
    return UUID.fromString(
        given()
            .auth()
            .oauth2(Tokens.enterprise(UUID.randomUUID()))
            .contentType(ContentType.JSON)
            .body("{\"text\":\"a\"}")
            .post("/api/v1/notes")
            .then()
            .statusCode(201)
            .extract()
            .path("id"));
  }

  /** Waits until nothing waits. */
  private static void sealed() {
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> Database.count("SELECT count(*) FROM audit_todo") == 0);
  }

  private Path export() throws Exception {
    sealed();
    String text = auditor().get("/api/v1/audit/export").then().statusCode(200).extract().asString();
    Path file = folder.resolve(UUID.randomUUID() + ".ndjson");
    Files.writeString(file, text);
    return file;
  }

  private static String publicKey() {
    return auditor().get("/api/v1/audit/key").then().statusCode(200).extract().path("publicKey");
  }

  private static void update(String sql) throws SQLException {
    Database.asSuperuser(c -> c.createStatement().execute(sql));
  }

  private static Connection app() throws SQLException {
    return DriverManager.getConnection(
        System.getProperty("phoihop.test.db"), Database.schema() + "_app", "test");
  }

  private static RequestSpecification auditor() {
    return given().auth().oauth2(Tokens.auditor());
  }
}
