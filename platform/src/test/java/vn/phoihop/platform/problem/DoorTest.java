package vn.phoihop.platform.problem;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.phoihop.platform.test.Database;
import vn.phoihop.platform.test.Tokens;

/** What bad input gets: a problem that names the field, and nothing changed. */
@QuarkusTest
class DoorTest {

  private static final String NOTES = "/api/v1/notes";
  private static final UUID ENTERPRISE = UUID.randomUUID();

  @TestHTTPResource URI server;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}                                            | /text          | REQUIRED",
        "{\"text\":null}                               | /text          | REQUIRED",
        "{\"text\":\"a\",\"other\":1}                  | /other         | UNKNOWN_FIELD",
        "{\"text\":1}                                  | /text          | FORMAT",
        "{\"text\":true}                               | /text          | FORMAT",
        "{\"text\":[]}                                 | /text          | FORMAT",
        "{\"text\":\"a\",\"count\":\"1\"}              | /count         | FORMAT",
        "{\"text\":\"a\",\"count\":1.5}                | /count         | FORMAT",
        "{\"text\":\"a\",\"count\":99999999999}        | /count         | FORMAT",
        "{\"text\":\"a\",\"at\":1700000000}            | /at            | FORMAT",
        "{\"text\":\"a\",\"at\":\"2026-11-24\"}        | /at            | FORMAT",
        "{\"text\":\"a\",\"at\":\"+10000-01-01T00:00:00Z\"} | /at       | OUT_OF_RANGE",
        "{\"text\":\"a\",\"day\":\"2026-02-30\"}       | /day           | FORMAT",
        "{\"text\":\"a\",\"day\":\"1000-01-01\"}       | /day           | OUT_OF_RANGE",
        "{\"text\":\"a\",\"items\":[{\"value\":\"\"}]} | /items/0/value | REQUIRED",
        "{\"text\":\"a\",\"items\":[{},{},{},{}]}      | /items         | SIZE",
        "{\"text\":\"a\\u0000b\"}                      | /text          | CONTROL_CHARACTER",
        "{\"text\":\"\\ud800\"}                        | /text          | LONE_SURROGATE",
        "{\"text\":\"\\udc00\\ud800\"}                 | /text          | LONE_SURROGATE",
        "{\"text\":\"a\",\"items\":[{\"value\":\"\\u0000\"}]} | /items/0/value | CONTROL_CHARACTER",
      })
  void a_wrong_field_is_named_and_nothing_changes(String body, String pointer, String code)
      throws Exception {
    long before = Database.count("SELECT count(*) FROM note");
    refused(json().body(body).post(NOTES), 400, "invalid")
        .body("errors.pointer", hasItem(pointer))
        .body("errors.code", hasItem(code));
    assertEquals(before, Database.count("SELECT count(*) FROM note"));
  }

  @Test
  void a_long_text_is_refused_with_its_bounds_in_both_languages() {
    String body = "{\"text\":\"" + "ư".repeat(1001) + "\"}";
    json()
        .header("Accept-Language", "en-GB, vi;q=0.5")
        .body(body)
        .post(NOTES)
        .then()
        .statusCode(400)
        .header("Content-Language", "en")
        .body("title", equalTo("Invalid request"))
        .body("errors[0].message", containsString("0 and 1000"));
    json()
        .header("Accept-Language", "vi")
        .body(body)
        .post(NOTES)
        .then()
        .header("Content-Language", "vi")
        .body("title", equalTo("Dữ liệu không hợp lệ"));
    json()
        .header("Accept-Language", ";;;q=z")
        .body(body)
        .post(NOTES)
        .then()
        .statusCode(400)
        .header("Content-Language", "vi");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "{\"text\":\"a\"",
        "[1,",
        "{\"text\":\"a\"}x",
        "{\"text\":\"a\",\"text\":\"b\"}",
        "\"",
        "{'text':1}"
      })
  void malformed_json_says_where(String body) {
    refused(json().body(body).post(NOTES), 400, "malformed", "invalid")
        .body("errors.code", hasItem(matchesPattern("SYNTAX|FORMAT")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "[]", "1", "\"text\""})
  void a_body_that_is_no_object_is_refused(String body) {
    refused(json().body(body).post(NOTES), 400, "malformed", "invalid");
  }

  @Test
  void deep_nesting_is_refused() {
    refused(json().body("{\"items\":" + "[".repeat(5000)).post(NOTES), 400, "malformed", "invalid");
  }

  @Test
  void bytes_that_are_not_utf8_are_refused() throws Exception {
    long before = Database.count("SELECT count(*) FROM note");
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.write("{\"text\":\"a".getBytes(StandardCharsets.UTF_8));
    body.write(new byte[] {(byte) 0xff, (byte) 0xfe, (byte) 0xc3});
    body.write("\"}".getBytes(StandardCharsets.UTF_8));
    refused(json().body(body.toByteArray()).post(NOTES), 400, "malformed", "invalid");
    assertEquals(before, Database.count("SELECT count(*) FROM note"));
  }

  /** With and without a byte order mark. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "UTF-16",
        "UTF-16LE",
        "UTF-16BE",
        "UTF-32",
        "UTF-32LE",
        "UTF-32BE",
        "X-UTF-32LE-BOM"
      })
  void another_encoding_than_utf8_is_refused(String encoding) throws Exception {
    byte[] body = "{\"text\":\"a\"}".getBytes(encoding);
    for (String type : List.of("application/json", "application/json; charset=" + encoding)) {
      refused(caller().contentType(type).body(body).post(NOTES), 400, "malformed")
          .body("errors.code", hasItem("SYNTAX"));
    }
  }

  @Test
  void a_byte_order_mark_is_refused() {
    refused(
        json().body("\ufeff{\"text\":\"a\"}".getBytes(StandardCharsets.UTF_8)).post(NOTES),
        400,
        "malformed");
  }

  @Test
  void an_overlong_nul_is_refused() throws Exception {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.write("{\"text\":\"a".getBytes(StandardCharsets.UTF_8));
    body.write(new byte[] {(byte) 0xc0, (byte) 0x80});
    body.write("\"}".getBytes(StandardCharsets.UTF_8));
    refused(json().body(body.toByteArray()).post(NOTES), 400, "malformed", "invalid");
  }

  @Test
  void too_much_json_is_refused_by_its_length_and_by_counting() throws Exception {
    String body = "{\"text\":\"" + "a".repeat(200_000) + "\"}";
    refused(json().body(body).post(NOTES), 413, "too-large");
    String chunked =
        raw(
            "POST "
                + NOTES
                + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer "
                + Tokens.enterprise(ENTERPRISE)
                + "\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
                + Integer.toHexString(body.length())
                + "\r\n"
                + body
                + "\r\n0\r\n\r\n");
    assertTrue(chunked.startsWith("HTTP/1.1 413"), chunked);
    assertTrue(chunked.contains("application/problem+json"), chunked);
  }

  /** The name of a media type is the same in any case (RFC 9110 §8.3.1). */
  @Test
  void too_much_json_is_refused_however_its_type_is_spelt() throws Exception {
    String body = "{\"text\":\"" + "a".repeat(200_000) + "\"}";
    for (String type : List.of("Application/JSON", "APPLICATION/json; charset=utf-8")) {
      String answer =
          raw(
              "POST "
                  + NOTES
                  + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer "
                  + Tokens.enterprise(ENTERPRISE)
                  + "\r\nContent-Type: "
                  + type
                  + "\r\nContent-Length: "
                  + body.length()
                  + "\r\n\r\n"
                  + body);
      assertTrue(answer.startsWith("HTTP/1.1 413"), answer);
    }
  }

  @Test
  void a_media_type_that_is_not_taken_is_refused() {
    refused(
        caller().contentType("text/plain").body("{}").post(NOTES), 415, "unsupported-media-type");
    // A record that could be made of the text itself is taken from JSON alone too.
    String remark = "{\"text\":\"a\"}";
    refused(
        caller().contentType("text/plain").body(remark).post(NOTES + "/remarked"),
        415,
        "unsupported-media-type");
    json().body(remark).post(NOTES + "/remarked").then().statusCode(200).body(equalTo("a"));
    refused(
        caller().contentType("application/xml").body("<a/>").post(NOTES),
        415,
        "unsupported-media-type");
  }

  /** Of a Content-Type that is none nobody knows what the body is. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "''                                 | 415",
        "' '                                | 415",
        ";                                  | 415",
        "application                        | 415",
        "a/b/c                              | 415",
        "*/*                                | 201",
        "'application/json; charset='       | 201",
        "'application/json; charset=nope'   | 201",
        "'application/json; charset=utf-8'  | 201",
        "'application/json;'                | 201",
      })
  void an_odd_content_type_is_never_our_fault(String type, int status) throws Exception {
    String body = "{\"text\":\"a\"}";
    String answer =
        raw(
            "POST "
                + NOTES
                + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer "
                + Tokens.enterprise(ENTERPRISE)
                + "\r\nContent-Type:"
                + type
                + "\r\nContent-Length: "
                + body.length()
                + "\r\n\r\n"
                + body);
    assertTrue(answer.startsWith("HTTP/1.1 " + status), answer);
    assertTrue(status == 201 || answer.contains("application/problem+json"), answer);
  }

  @Test
  void an_answer_that_cannot_be_given_is_refused() {
    caller().accept("text/csv").get(NOTES).then().statusCode(406);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/nothing", "/", "/api", "/api/v1/notes/x/y/z", "/nothing/at/all"})
  void an_unknown_path_is_a_problem_too(String path) {
    refused(caller().get(path), 404, "not-found");
  }

  @Test
  void a_method_that_is_not_there_names_those_that_are() {
    caller()
        .delete(NOTES)
        .then()
        .statusCode(405)
        .contentType("application/problem+json")
        .header("Allow", containsString("POST"))
        .header("Allow", containsString("GET"));
  }

  @Test
  void an_id_that_is_none_is_not_found() {
    refused(caller().get(NOTES + "/not-a-uuid"), 404, "not-found");
    refused(caller().get(NOTES + "/" + UUID.randomUUID()), 404, "not-found");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "limit=0",
        "limit=101",
        "limit=x",
        "limit=99999999999",
        "limit=",
        "cursor=abc",
        "cursor=",
        "cursor=abc&cursor=",
        "cursor",
        "cursor=%00"
      })
  void a_wrong_query_is_named(String query) {
    caller()
        .urlEncodingEnabled(false)
        .get(NOTES + "?" + query)
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("errors.pointer", hasItem("query:" + query.split("=")[0]));
  }

  @Test
  void an_empty_cursor_is_refused_as_any_that_is_none() {
    for (String cursor : List.of("", "abc")) {
      refused(caller().queryParam("cursor", cursor).get(NOTES), 400, "invalid")
          .body("errors.pointer", contains("query:cursor"))
          .body("errors.code", contains("CURSOR"));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "urgent=maybe   | true, false",
        "urgent=TRUE    | true, false",
        "urgent=1       | true, false",
        "read=no        | true, false",
        "done=maybe     | true, false",
        "colour=BLUE    | RED, GREEN",
        "shade=red      | RED, GREEN",
        "urgent=true&done=t&read=false | true, false",
      })
  void a_choice_that_there_is_not_is_refused_with_those_that_there_are(
      String query, String choices) {
    String wrong = query.contains("&") ? "done" : query.substring(0, query.indexOf('='));
    refused(
            caller().header("Accept-Language", "en").get(NOTES + "/chosen?" + query),
            400,
            "invalid")
        .body("errors.pointer", contains("query:" + wrong))
        .body("errors.code", contains("FORMAT"))
        .body("errors.message", contains("The value must be one of: " + choices + "."));
  }

  @Test
  void a_choice_without_a_value_is_refused() {
    for (String name : List.of("urgent", "read", "colour", "done", "shade")) {
      refused(caller().queryParam(name, "").get(NOTES + "/chosen"), 400, "invalid")
          .body("errors.pointer", contains("query:" + name))
          .body("errors.code", contains("FORMAT"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "1-1-1-1-1", "hD09B693-bd92-fbde-bab2-cfdaa2c4eafb", "\u00e9^"})
  void an_id_that_is_none_is_refused_by_its_name(String id) {
    refused(caller().queryParam("of", id).get(NOTES + "/chosen"), 400, "invalid")
        .body("errors.pointer", contains("query:of"))
        .body("errors.code", contains("FORMAT"));
    caller().queryParam("of", ENTERPRISE).get(NOTES + "/chosen").then().statusCode(200);
  }

  @Test
  void a_long_line_is_refused_by_what_is_wrong_in_it() {
    refused(
            caller().queryParam("colour", "R".repeat(20_000)).get(NOTES + "/chosen"),
            400,
            "invalid")
        .body("errors.pointer", contains("query:colour"));
  }

  @Test
  void a_choice_that_there_is_is_taken() {
    caller()
        .get(NOTES + "/chosen")
        .then()
        .statusCode(200)
        .body(equalTo("false true null false null"));
    caller()
        .get(NOTES + "/chosen?urgent=true&read=false&colour=RED&done=true&shade=GREEN")
        .then()
        .statusCode(200)
        .body(equalTo("true false RED true GREEN"));
  }

  @Test
  void a_wrong_value_of_a_list_of_codes_is_refused_with_those_that_there_are() {
    for (String colour : List.of("\"BLUE\"", "\"red\"", "\"\"", "1")) {
      String body = "{\"text\":\"a\",\"colour\":" + colour + "}";
      refused(json().header("Accept-Language", "en").body(body).post(NOTES), 400, "invalid")
          .body("errors.pointer", contains("/colour"))
          .body("errors.code", contains("FORMAT"))
          .body("errors.message", contains("The value must be one of: RED, GREEN."));
      refused(json().header("Accept-Language", "vi").body(body).post(NOTES), 400, "invalid")
          .body("errors.message", contains("Giá trị phải là một trong: RED, GREEN."));
    }
  }

  @Test
  void a_forbidden_transition_says_what_is_allowed() {
    String id =
        json().body("{\"text\":\"a\"}").post(NOTES).then().statusCode(201).extract().path("id");
    caller().post(NOTES + "/" + id + "/close").then().statusCode(200).body("sequence", equalTo(2));
    refused(caller().post(NOTES + "/" + id + "/close"), 409, "forbidden-transition")
        .body("state", equalTo("CLOSED"))
        .body("allowed", hasItems("reopen"));
  }

  @Test
  void stale_and_missing_if_match() {
    String id =
        json().body("{\"text\":\"a\"}").post(NOTES).then().statusCode(201).extract().path("id");
    String note = NOTES + "/" + id;
    refused(caller().put(note), 428, "precondition-required");
    refused(caller().header("If-Match", "\"7\"").put(note), 412, "precondition-failed");
    refused(caller().header("If-Match", "W/\"1\"").put(note), 412, "precondition-failed");
    refused(caller().header("If-Match", "\"9\"").post(note + "/close"), 412, "precondition-failed");
    caller().header("If-Match", "\"1\"").put(note).then().statusCode(200);
    caller().header("If-Match", "*").put(note).then().statusCode(200);
    caller().header("If-Match", "\"0\", \"1\"").post(note + "/close").then().statusCode(200);
  }

  @Test
  void our_own_fault_says_nothing_of_itself_and_changes_nothing() throws Exception {
    long before = Database.count("SELECT count(*) FROM note");
    json()
        .header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
        .body("{\"text\":\"fail\"}")
        .post(NOTES)
        .then()
        .statusCode(500)
        .contentType("application/problem+json")
        .body("traceId", equalTo("0af7651916cd43dd8448eb211c80319c"))
        .body(not(containsString("secret detail")))
        .body(not(containsString("Exception")));
    assertEquals(before, Database.count("SELECT count(*) FROM note"));
  }

  @Test
  void an_operation_whose_author_forgot_who_may_call_it_is_denied() {
    refused(caller().get(NOTES + "/forgotten"), 403, "forbidden");
    refused(given().get(NOTES + "/forgotten"), 401, "unauthenticated");
    given().get(NOTES + "/open").then().statusCode(200);
  }

  @Test
  void a_browser_of_another_origin_is_not_let_in() {
    given()
        .header("Origin", "http://localhost:5173")
        .header("Access-Control-Request-Method", "POST")
        .options(NOTES)
        .then()
        .header("Access-Control-Allow-Origin", "http://localhost:5173");
    given()
        .header("Origin", "http://evil.example")
        .header("Access-Control-Request-Method", "POST")
        .options(NOTES)
        .then()
        .header("Access-Control-Allow-Origin", org.hamcrest.Matchers.nullValue());
  }

  private static RequestSpecification caller() {
    return given().auth().oauth2(Tokens.enterprise(ENTERPRISE));
  }

  private static RequestSpecification json() {
    return caller().contentType(ContentType.JSON);
  }

  private static ValidatableResponse refused(
      io.restassured.response.Response response, int status, String... slugs) {
    return response
        .then()
        .statusCode(status)
        .contentType("application/problem+json")
        .body("type", matchesPattern("urn:phoihop:problem:(" + String.join("|", slugs) + ")"))
        .body("status", equalTo(status))
        .body("traceId", matchesPattern("[0-9a-f]{32}"));
  }

  private String raw(String request) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", server.getPort())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
