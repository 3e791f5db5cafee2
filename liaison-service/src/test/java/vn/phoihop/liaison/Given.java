package vn.phoihop.liaison;

import static io.restassured.RestAssured.given;

import com.atlassian.oai.validator.restassured.OpenApiValidationFilter;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import vn.phoihop.platform.test.OpenApiContract;
import vn.phoihop.platform.test.Tokens;

/** What tests begin with; every response is held against the OpenAPI document. */
public final class Given {

  public static final byte[] PDF =
      "%PDF-1.7\n1 0 obj << >> endobj\nstartxref\n0\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);

  private static final OpenApiValidationFilter CONTRACT = OpenApiContract.filter("liaison");

  /** Counted, since of some hundred drawn at random two are the same now and then. */
  private static final AtomicInteger NUMBERS =
      new AtomicInteger(ThreadLocalRandom.current().nextInt(1_000_000));

  private Given() {}

  public static RequestSpecification anybody() {
    return given().filter(CONTRACT).contentType(ContentType.JSON);
  }

  public static RequestSpecification as(String token) {
    return anybody().auth().oauth2(token);
  }

  public static RequestSpecification department() {
    return as(Tokens.department());
  }

  public static RequestSpecification enterprise(UUID id) {
    return as(Tokens.enterprise(id));
  }

  /** A tax code that nobody has. */
  public static String taxCode() {
    int[] weights = {31, 29, 23, 19, 17, 13, 7, 5, 3};
    while (true) {
      String nine = "99" + String.format("%07d", NUMBERS.incrementAndGet());
      int sum = 0;
      for (int i = 0; i < 9; i++) {
        sum += (nine.charAt(i) - '0') * weights[i];
      }
      if (sum % 11 > 0) {
        return nine + (10 - sum % 11);
      }
    }
  }

  public static String registration(String taxCode) {
    return """
        {"taxCode": "%s", "name": "Công ty Thử nghiệm", "sectors": ["TELECOM_MOBILE"],
         "address": "1 Tràng Tiền, Hà Nội",
         "leader": {"fullName": "Nguyễn Thị Lãnh", "title": "Giám đốc", "email": "lanh.dao.%s@example.vn",
                    "phone": "024 3825 0000"}}"""
        .formatted(taxCode, taxCode);
  }

  public static UUID verifiedEnterprise() {
    return id(
        department()
            .body(registration(taxCode()))
            .post("/api/v1/enterprises")
            .then()
            .statusCode(201));
  }

  public static UUID activeEnterprise() {
    UUID id = verifiedEnterprise();
    department().post("/api/v1/enterprises/{id}/activate", id).then().statusCode(200);
    return id;
  }

  public static String designation(String role) {
    return designation(role, "dau.moi." + UUID.randomUUID() + "@example.vn");
  }

  public static String designation(String role, String email) {
    return """
        {"person": {"fullName": "Trần Văn Mối", "position": "Trưởng phòng", "email": "%s", "phone": "0912 345 678"},
         "role": "%s", "scope": ["INCIDENT", "REPORT"], "sectors": ["TELECOM_MOBILE"],
         "document": {"number": "12/QĐ", "date": "2007-07-20", "signerName": "Nguyễn Thị Lãnh", "signerTitle": "Giám đốc"},
         "validFrom": "2007-07-20", "validTo": "%s"}"""
        .formatted(email, role, LocalDate.now().plusYears(1));
  }

  public static String draft(UUID enterprise, String body) {
    return id(enterprise(enterprise)
            .body(body)
            .post("/api/v1/enterprises/{id}/designations", enterprise)
            .then()
            .statusCode(201))
        .toString();
  }

  public static String underReview(UUID enterprise, String role) {
    return underReview(enterprise, designation(role), Tokens.enterprise(enterprise));
  }

  public static String underReview(UUID enterprise, String body, String token) {
    String id = draft(enterprise, body);
    document(token, id, PDF).statusCode(200);
    as(token).post("/api/v1/designations/{id}/submit", id).then().statusCode(200);
    return id;
  }

  public static String active(UUID enterprise, String role) {
    String id = underReview(enterprise, role);
    department().post("/api/v1/designations/{id}/approve", id).then().statusCode(200);
    return id;
  }

  public static ValidatableResponse document(String token, String designation, byte[] content) {
    return given()
        .filter(CONTRACT)
        .auth()
        .oauth2(token)
        .contentType("application/pdf")
        .body(content)
        .put("/api/v1/designations/{id}/document", designation)
        .then();
  }

  private static UUID id(ValidatableResponse response) {
    return UUID.fromString(response.extract().path("id"));
  }
}
