package vn.phoihop.reporting.consolidation;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.phoihop.reporting.Api.as;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.sql.SQLException;
import java.text.Normalizer;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.phoihop.platform.test.Database;
import vn.phoihop.platform.test.Tokens;
import vn.phoihop.reporting.Api;
import vn.phoihop.reporting.figure.Figure;
import vn.phoihop.reporting.figure.Totals;

@QuarkusTest
class ConsolidatedDocumentTest {

  private static final String PATH = "/api/v1/consolidated-reports";

  private String period;
  private String id;

  @BeforeEach
  void aReportThatCollects() throws SQLException {
    Api.awaitReady();
    period = Accepted.period();
    Accepted.accepted(
        Accepted.enterprise("Công ty Viễn thông Thăng Long"),
        period,
        1,
        Totals.of(count -> 7),
        new Figure("TEL_BYPASS_SIMBOX", 7, 7, 7, 7, 450_000_000, 7));
    Accepted.owes(Accepted.enterprise("Công ty <b>Bưu chính</b> & Hoàn Kiếm"), period);
    id =
        as(Tokens.department())
            .body("{\"period\": \"" + period + "\"}")
            .post(PATH)
            .then()
            .statusCode(201)
            .extract()
            .path("id");
  }

  @Test
  void there_is_none_before_it_is_frozen() {
    get("pdf")
        .then()
        .statusCode(409)
        .body("state", equalTo("COLLECTING"))
        .body("allowed", contains("freeze"));
  }

  @ParameterizedTest
  @CsvSource({
    "docx, application/vnd.openxmlformats-officedocument.wordprocessingml.document, PK",
    "xlsx, application/vnd.openxmlformats-officedocument.spreadsheetml.sheet, PK",
    "pdf, application/pdf, %PDF-1.4"
  })
  void it_is_downloaded_under_its_name_and_its_snapshot(String format, String type, String magic)
      throws SQLException {
    String snapshot = freeze();

    Response file = get(format);

    file.then().statusCode(200).contentType(type).header("ETag", "\"" + snapshot + "\"");
    String which = period + "-1." + format;
    assertEquals(
        "attachment; filename=\"bao-cao-tong-hop-"
            + which
            + "\"; filename*=UTF-8''b%C3%A1o-c%C3%A1o-t%E1%BB%95ng-h%E1%BB%A3p-"
            + which,
        file.header("Content-Disposition"));
    byte[] bytes = file.asByteArray();
    assertEquals(Integer.toString(bytes.length), file.header("Content-Length"));
    assertEquals(
        magic, new String(bytes, 0, magic.length(), java.nio.charset.StandardCharsets.ISO_8859_1));
    assertArrayEquals(bytes, get(format).asByteArray());
    as(Tokens.department())
        .header("If-None-Match", "\"" + snapshot + "\"")
        .get(PATH + "/{id}/document?format=" + format, id)
        .then()
        .statusCode(304);
    assertTrue(
        Database.count(
                "SELECT count(*) FROM audit WHERE object_id = ? AND action = 'consolidated_report.read'",
                UUID.fromString(id))
            >= 2);
  }

  @Test
  void signing_fills_in_number_day_and_signer_and_the_names_of_that_day() throws IOException {
    String snapshot = freeze();
    String draft = text(get("pdf").asByteArray());
    assertTrue(draft.contains("SỞ KHOA HỌC VÀ CÔNG NGHỆ HÀ NỘI"), draft);
    assertTrue(
        draft.contains("Chuyển lưu lượng quốc tế trái phép, SIM box 7 7 7 7 450.000.000 7"), draft);
    assertTrue(draft.contains("Công ty <b>Bưu chính</b> & Hoàn Kiếm Chưa gửi báo cáo"), draft);
    as(Tokens.department())
        .body(
            """
            {"number": "356/SBCVT-TTR", "date": "2007-07-12", "signer": {"name": "Phạm Quốc Bản", "title": "Giám đốc"}}""")
        .post(PATH + "/{id}/sign", id)
        .then()
        .statusCode(200);

    Response signed = get("pdf");

    assertEquals("\"" + snapshot + "-signed\"", signed.header("ETag"));
    String text = text(signed.asByteArray());
    assertTrue(text.contains("SỞ BƯU CHÍNH, VIỄN THÔNG HÀ NỘI"), text);
    assertTrue(text.contains("Số: 356/SBCVT-TTR"), text);
    assertTrue(text.contains("Hà Nội, ngày 12 tháng 7 năm 2007"), text);
    assertTrue(text.contains("GIÁM ĐỐC"), text);
    assertFalse(text.contains("Sở Khoa học và Công nghệ"), text);
  }

  @Test
  void a_format_that_is_not_there_is_refused() {
    freeze();
    for (String query :
        new String[] {"", "?format=", "?format=odt", "?format=PDF", "?format=pdf%00"}) {
      as(Tokens.department())
          .get(PATH + "/{id}/document" + query, id)
          .then()
          .statusCode(400)
          .body("errors.pointer", contains("query:format"));
    }
    as(Tokens.department())
        .get(PATH + "/{id}/document?format=pdf", UUID.randomUUID())
        .then()
        .statusCode(404);
    as(Tokens.auditor()).get(PATH + "/{id}/document?format=pdf", id).then().statusCode(403);
  }

  private String freeze() {
    return as(Tokens.department())
        .post(PATH + "/{id}/freeze", id)
        .then()
        .statusCode(200)
        .extract()
        .path("snapshot");
  }

  private Response get(String format) {
    return as(Tokens.department()).get(PATH + "/{id}/document?format=" + format, id);
  }

  private static String text(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return Normalizer.normalize(new PDFTextStripper().getText(document), Normalizer.Form.NFC)
          .replaceAll("(?U)\\s+", " ");
    }
  }
}
