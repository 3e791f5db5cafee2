package vn.phoihop.incident.request;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.phoihop.incident.Api.as;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.phoihop.platform.test.Database;
import vn.phoihop.platform.test.Tokens;

/** Files of answers: whose they are, and who had them in hand. */
@QuarkusTest
class RequestDocumentTest {

  private Requests sides;

  @BeforeEach
  void acknowledged() {
    sides = Requests.acknowledged();
  }

  @Test
  void a_file_comes_back_as_it_was_sent_and_each_download_is_a_row() throws Exception {
    byte[] content = new byte[700_000];
    new Random(7).nextBytes(content);
    String id =
        sides
            .upload("Danh sách thuê bao.bin", content)
            .statusCode(201)
            .header("Location", containsString("/api/v1/request-documents/"))
            .body(
                "sha256",
                equalTo(
                    HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content))))
            .body("sizeBytes", equalTo(content.length))
            .extract()
            .path("id");
    answerWith(id);

    byte[] read =
        as(Requests.police())
            .get("/api/v1/request-documents/{id}/content", id)
            .then()
            .statusCode(200)
            .header("Content-Disposition", containsString("Danh%20s%C3%A1ch"))
            .extract()
            .asByteArray();

    assertArrayEquals(content, read);
    as(sides.enterpriseToken)
        .get("/api/v1/request-documents/{id}/downloads", id)
        .then()
        .statusCode(200)
        .body("items.party", equalTo(List.of("POLICE")));
    assertEquals(
        1,
        Database.count(
            "SELECT count(*) FROM audit WHERE object_id = ?::uuid AND action = 'request.document_read'"
                + " AND person IS NOT NULL",
            id));
    assertEquals(
        0,
        Database.count(
            "SELECT count(*) FROM document_chunk WHERE document_id = ?::uuid"
                + " AND position(?::bytea IN bytes) > 0",
            id,
            java.util.Arrays.copyOf(content, 16)));
  }

  @Test
  void the_asker_sees_a_file_once_an_answer_names_it() {
    String sent = sides.upload("gửi đi");
    String kept = sides.upload("nhầm tệp");
    sides.get(Requests.police(), "documents").statusCode(200).body("items.size()", equalTo(0));
    as(Requests.police()).get("/api/v1/request-documents/{id}", sent).then().statusCode(404);
    as(Requests.police())
        .get("/api/v1/request-documents/{id}/content", sent)
        .then()
        .statusCode(404);

    answerWith(sent);

    sides.get(Requests.police(), "documents").body("items.id", equalTo(List.of(sent)));
    as(Requests.police())
        .get("/api/v1/request-documents/{id}", sent)
        .then()
        .statusCode(200)
        .body("mediaType", startsWith("text/plain"));
    as(Requests.police()).get("/api/v1/request-documents/{id}", kept).then().statusCode(404);
    sides.get(sides.enterpriseToken, "documents").body("items.id", equalTo(List.of(sent, kept)));
  }

  @Test
  void nobody_else_gets_it() {
    String id = sides.upload("bí mật");
    answerWith(id);
    for (String stranger :
        List.of(
            Tokens.department(), Tokens.agency("CUSTOMS"), Tokens.enterprise(UUID.randomUUID()))) {
      as(stranger).get("/api/v1/request-documents/{id}", id).then().statusCode(404);
      as(stranger).get("/api/v1/request-documents/{id}/content", id).then().statusCode(404);
      as(stranger).get("/api/v1/request-documents/{id}/downloads", id).then().statusCode(404);
    }
  }

  @Test
  void with_an_objection_the_department_gets_what_was_answered() {
    String id = sides.upload("tài liệu");
    answerWith(id);
    sides.asker("return", "{\"reasons\": [\"INCOMPLETE\"]}").statusCode(200);
    sides
        .receiver("object", "{\"reasonCode\": \"CONFLICT_OF_LAW\", \"text\": \"Vượt thẩm quyền\"}")
        .statusCode(200);

    as(Tokens.department())
        .get("/api/v1/request-documents/{id}/content", id)
        .then()
        .statusCode(200)
        .body(equalTo("tài liệu"));
  }

  @Test
  void too_much_nothing_and_the_wrong_time_are_refused_and_nothing_is_kept() throws Exception {
    sides
        .upload("big.bin", new byte[1_000_001])
        .statusCode(413)
        .body("errors[0].pointer", equalTo("/file"));
    sides
        .upload("empty.bin", new byte[0])
        .statusCode(400)
        .body("errors[0].code", equalTo("EMPTY_FILE"));
    sides.receiver("answers", Requests.FULL).statusCode(200);
    sides
        .upload("late.txt", "muộn".getBytes(StandardCharsets.UTF_8))
        .statusCode(409)
        .body("state", equalTo("ANSWERED"));
    assertEquals(
        0, Database.count("SELECT count(*) FROM document WHERE aggregate_id = ?::uuid", sides.id));
  }

  private void answerWith(String document) {
    sides
        .receiver(
            "answers",
            """
            {"items": [{"n": 1, "status": "FULL", "documents": ["%s"]}]}"""
                .formatted(document))
        .statusCode(200)
        .body("completeness", equalTo(50));
  }
}
