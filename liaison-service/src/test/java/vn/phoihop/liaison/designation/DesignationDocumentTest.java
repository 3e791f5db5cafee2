package vn.phoihop.liaison.designation;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.phoihop.liaison.Given.department;
import static vn.phoihop.liaison.Given.enterprise;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.phoihop.liaison.Given;
import vn.phoihop.platform.test.Database;
import vn.phoihop.platform.test.Tokens;

@QuarkusTest
class DesignationDocumentTest {

  private UUID enterprise;
  private String token;
  private String id;

  @BeforeEach
  void a_draft() {
    enterprise = Given.activeEnterprise();
    token = Tokens.enterprise(enterprise);
    id = Given.draft(enterprise, Given.designation("PRIMARY"));
  }

  @Test
  void what_goes_in_comes_out_hashed_and_is_kept_encrypted() throws Exception {
    byte[] pdf = pdf(1_000_000);
    String sha256 = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(pdf));
    Given.document(token, id, pdf)
        .statusCode(200)
        .body("sha256", equalTo(sha256))
        .body("sizeBytes", equalTo(pdf.length));
    byte[] read =
        department()
            .get("/api/v1/designations/{id}/document", id)
            .then()
            .statusCode(200)
            .contentType("application/pdf")
            .header("ETag", "\"" + sha256 + "\"")
            .header("Content-Disposition", "attachment; filename=\"designation-" + id + ".pdf\"")
            .extract()
            .asByteArray();
    assertArrayEquals(pdf, read);
    assertEquals(
        0,
        Database.count(
            "SELECT count(*) FROM document_chunk WHERE aggregate_id = ?::uuid AND position('%PDF'::bytea IN bytes) > 0",
            id));
    assertEquals(
        1,
        Database.count(
            "SELECT count(*) FROM audit WHERE object_id = ?::uuid AND action = 'designation.document_read' AND party = 'DEPARTMENT'",
            id));
  }

  @Test
  void a_not_pdf_called_pdf_is_refused_and_nothing_is_kept() throws Exception {
    Given.document(token, id, "PK\u0003\u0004 a DOCX".getBytes(StandardCharsets.UTF_8))
        .statusCode(415)
        .contentType("application/problem+json")
        .body("errors.pointer", contains("/document"))
        .body("errors.code", contains("NOT_A_PDF"));
    Given.document(token, id, new byte[0]).statusCode(415);
    assertEquals(
        0, Database.count("SELECT count(*) FROM document WHERE aggregate_id = ?::uuid", id));
    assertEquals(0, spooled());
  }

  @Test
  void another_media_type_is_refused() {
    RestAssured.given()
        .auth()
        .oauth2(token)
        .contentType("image/png")
        .body(Given.PDF)
        .put("/api/v1/designations/{id}/document", id)
        .then()
        .statusCode(415)
        .contentType("application/problem+json");
  }

  @Test
  void more_than_twenty_megabytes_are_too_large() throws Exception {
    Given.document(token, id, pdf(20 * 1024 * 1024)).statusCode(413);
    assertEquals(0, spooled());
  }

  @Test
  void a_draft_takes_another_file_and_a_submitted_one_does_not() {
    Given.document(token, id, pdf(1000)).statusCode(200);
    byte[] second = pdf(2000);
    Given.document(token, id, second).statusCode(200).body("sequence", equalTo(3));
    enterprise(enterprise).post("/api/v1/designations/{id}/submit", id).then().statusCode(200);
    Given.document(token, id, pdf(3000)).statusCode(409).body("state", equalTo("UNDER_REVIEW"));
    assertArrayEquals(
        second,
        department().get("/api/v1/designations/{id}/document", id).then().extract().asByteArray());
  }

  @Test
  void a_stale_if_match_is_refused_where_it_is_sent() {
    RestAssured.given()
        .auth()
        .oauth2(token)
        .header("If-Match", "\"5\"")
        .contentType("application/pdf")
        .body(Given.PDF)
        .put("/api/v1/designations/{id}/document", id)
        .then()
        .statusCode(412);
  }

  @Test
  void a_stranger_neither_reads_nor_writes_it() {
    Given.document(token, id, Given.PDF).statusCode(200);
    UUID stranger = Given.activeEnterprise();
    enterprise(stranger).get("/api/v1/designations/{id}/document", id).then().statusCode(404);
    Given.document(Tokens.enterprise(stranger), id, Given.PDF).statusCode(404);
  }

  @Test
  void before_it_is_handed_in_there_is_none() {
    department().get("/api/v1/designations/{id}/document", id).then().statusCode(404);
  }

  private static byte[] pdf(int filling) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes("%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII));
    out.writeBytes("x".repeat(filling).getBytes(StandardCharsets.US_ASCII));
    out.writeBytes("\n%%EOF\n".getBytes(StandardCharsets.US_ASCII));
    return out.toByteArray();
  }

  private static long spooled() throws Exception {
    Path folder = Path.of(ConfigProvider.getConfig().getValue("phoihop.spool-dir", String.class));
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.getFileName().toString().startsWith("body-")).count();
    }
  }
}
