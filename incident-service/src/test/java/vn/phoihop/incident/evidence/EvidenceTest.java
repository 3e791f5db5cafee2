package vn.phoihop.incident.evidence;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.phoihop.incident.Api.as;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.phoihop.incident.Api;
import vn.phoihop.platform.test.Database;
import vn.phoihop.platform.test.EventContract;
import vn.phoihop.platform.test.Events;
import vn.phoihop.platform.test.Tokens;

@QuarkusTest
class EvidenceTest {

  private final UUID enterprise = UUID.randomUUID();
  private String incident;

  @BeforeEach
  void anIncident() {
    incident = Api.report(enterprise);
  }

  @Test
  void a_file_is_sealed_told_and_read_back_byte_for_byte_by_whoever_reads_the_incident()
      throws Exception {
    byte[] file = new byte[700_000];
    new Random(7).nextBytes(file);
    String sha256 = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));

    String id =
        upload("bản ghi cuộc gọi.bin", file)
            .statusCode(201)
            .body("sha256", equalTo(sha256))
            .body("scan", equalTo("NOT_CONFIGURED"))
            .body("sizeBytes", equalTo(file.length))
            .body("fileName", equalTo("bản ghi cuộc gọi.bin"))
            .extract()
            .path("id");

    assertArrayEquals(
        file,
        as(Tokens.agency("POLICE"))
            .get("/api/v1/evidence/{id}/content", id)
            .then()
            .statusCode(200)
            .header("X-Content-Type-Options", "nosniff")
            .header("Content-Length", Integer.toString(file.length))
            .header(
                "Content-Disposition",
                "attachment; filename=\"b_n ghi cu_c g_i.bin\"; "
                    + "filename*=UTF-8''b%E1%BA%A3n%20ghi%20cu%E1%BB%99c%20g%E1%BB%8Di.bin")
            .extract()
            .asByteArray());
    Events.Seen event = Events.await("phoihop.incident", seen -> seen.key().equals(id));
    EventContract.assertValid("evidence.sealed", event.data());
    assertTrue(JsonPath.from(event.data()).getList("audience").contains("POLICE"));
    assertFalse(event.data().contains("cuộc gọi"));
  }

  @Test
  void everybody_who_had_it_in_hand_is_in_the_chain_of_custody_and_in_the_audit() throws Exception {
    String id = Api.seal(enterprise, incident, "cdr.csv", "a,b\n1,2\n");
    as(Tokens.department()).get("/api/v1/evidence/{id}", id).then().statusCode(200);
    as(Tokens.department()).get("/api/v1/evidence/{id}/content", id).then().statusCode(200);

    assertEquals(
        List.of("SEALED " + enterprise, "READ DEPARTMENT"),
        Database.column(
            "SELECT act || ' ' || written_by FROM evidence_custody WHERE evidence_id = ?::uuid ORDER BY at",
            id));
    assertEquals(
        List.of("evidence.sealed", "evidence.read"),
        Database.column("SELECT action FROM audit WHERE object_id = ?::uuid ORDER BY at", id));
  }

  @Test
  void the_content_says_what_it_is() {
    upload("photo.jpg", "%PDF-1.7\n".getBytes(StandardCharsets.UTF_8))
        .statusCode(201)
        .body("mediaType", equalTo("application/pdf"));
  }

  @Test
  void nothing_of_it_lies_on_disk_or_in_the_database_as_it_was() throws Exception {
    String secret = "bí mật của khách hàng " + UUID.randomUUID();
    String id = Api.seal(enterprise, incident, "a.txt", secret);

    assertEquals(
        0,
        Database.count(
            "SELECT count(*) FROM document_chunk WHERE document_id = ?::uuid"
                + " AND position(convert_to(?, 'UTF8') IN bytes) > 0",
            id,
            secret));
    Path spool = Path.of(ConfigProvider.getConfig().getValue("phoihop.spool-dir", String.class));
    // Bodies of others that were refused are deleted by the server once the answer has left; where
    // one vanishes under our eyes, we look again.
    await()
        .atMost(Duration.ofSeconds(30))
        .ignoreException(UncheckedIOException.class)
        .untilAsserted(
            () -> {
              try (Stream<Path> left = Files.walk(spool)) {
                assertEquals(List.of(), left.filter(Files::isRegularFile).toList());
              }
            });
  }

  @Test
  void it_is_listed_with_its_incident_and_hidden_from_strangers() {
    String id = Api.seal(enterprise, incident, "a.txt", "một");
    as(Tokens.agency("POLICE"))
        .get("/api/v1/incidents/{id}/evidence", incident)
        .then()
        .statusCode(200)
        .body("items.id", hasItem(id));
    for (String stranger :
        List.of(Tokens.agency("CUSTOMS"), Tokens.enterprise(UUID.randomUUID()))) {
      as(stranger).get("/api/v1/incidents/{id}/evidence", incident).then().statusCode(404);
      as(stranger).get("/api/v1/evidence/{id}", id).then().statusCode(404);
      as(stranger).get("/api/v1/evidence/{id}/content", id).then().statusCode(404);
    }
  }

  @Test
  void a_description_that_nobody_could_keep_is_named() {
    as(Tokens.enterprise(enterprise))
        .contentType("multipart/form-data")
        .multiPart("file", "a.txt", "tệp".getBytes(StandardCharsets.UTF_8))
        .multiPart("description", "a\0b")
        .post("/api/v1/incidents/{id}/evidence", incident)
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/description"))
        .body("errors[0].code", equalTo("FORMAT"));
  }

  @Test
  void too_much_nothing_and_a_missing_file_are_refused_and_nothing_is_kept() throws Exception {
    upload("big.bin", new byte[16_000_001])
        .statusCode(413)
        .contentType("application/problem+json")
        .body("errors[0].pointer", equalTo("/file"));
    upload("empty.bin", new byte[0]).statusCode(400).body("errors[0].code", equalTo("EMPTY_FILE"));
    as(Tokens.enterprise(enterprise))
        .contentType("multipart/form-data")
        .multiPart("description", "không có tệp")
        .post("/api/v1/incidents/{id}/evidence", incident)
        .then()
        .statusCode(400)
        .contentType("application/problem+json");
    as(Tokens.enterprise(enterprise))
        .body("{}")
        .post("/api/v1/incidents/{id}/evidence", incident)
        .then()
        .statusCode(415);

    assertEquals(
        0, Database.count("SELECT count(*) FROM evidence WHERE incident_id = ?::uuid", incident));
    assertEquals(
        0, Database.count("SELECT count(*) FROM document WHERE aggregate_id = ?::uuid", incident));
  }

  @Test
  void a_key_with_another_file_is_refused() {
    String key = UUID.randomUUID().toString();
    String first = upload(key, "a.txt", "một").statusCode(201).extract().path("id");
    assertEquals(first, upload(key, "a.txt", "một").statusCode(201).extract().path("id"));
    upload(key, "a.txt", "hai").statusCode(422);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no boundary at all",
        "--BB",
        "--BB\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\ncut off",
        "--BB\r\nContent-Disposition: form-data; name=\"file\"; filename*=UTF-8''%ZZ\r\n\r\na\r\n--BB--\r\n",
        "--BB\r\nContent-Disposition: form-data; name=\"other\"; filename=\"a.txt\"\r\n\r\na\r\n--BB--\r\n",
        "--BB\r\nContent-Type: text/plain; charset=none\r\n\r\na\r\n--BB--\r\n",
        "--BB\r\nno header\r\n\r\na\r\n--BB--\r\n"
      })
  void a_broken_form_is_refused_and_nothing_is_kept(String body) throws Exception {
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(
                        URI.create(
                            "http://localhost:%d/api/v1/incidents/%s/evidence"
                                .formatted(RestAssured.port, incident)))
                    .header("Authorization", "Bearer " + Tokens.enterprise(enterprise))
                    .header("Content-Type", "multipart/form-data; boundary=BB")
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build(),
                HttpResponse.BodyHandlers.ofString());

    assertEquals(400, answer.statusCode(), answer.body());
    assertEquals(
        "application/problem+json", answer.headers().firstValue("Content-Type").orElseThrow());
    as(Tokens.enterprise(enterprise))
        .get("/api/v1/incidents/{id}/evidence", incident)
        .then()
        .body("items.size()", equalTo(0));
  }

  private ValidatableResponse upload(String name, byte[] content) {
    return as(Tokens.enterprise(enterprise))
        .contentType("multipart/form-data")
        .multiPart("file", name, content)
        .post("/api/v1/incidents/{id}/evidence", incident)
        .then();
  }

  private ValidatableResponse upload(String key, String name, String content) {
    return as(Tokens.enterprise(enterprise))
        .header("Idempotency-Key", key)
        .contentType("multipart/form-data")
        .multiPart("file", name, content.getBytes(StandardCharsets.UTF_8))
        .post("/api/v1/incidents/{id}/evidence", incident)
        .then();
  }
}
