package vn.phoihop.platform.idempotency;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.phoihop.platform.test.Database;
import vn.phoihop.platform.test.Tokens;

@QuarkusTest
class IdempotencyTest {

  private final UUID enterprise = UUID.randomUUID();

  @Test
  void the_same_request_gets_the_same_answer_and_is_done_once() throws SQLException {
    String key = UUID.randomUUID().toString();
    Response first = write(enterprise, key, "once");
    Response again = write(enterprise, "\"" + key + "\"", "once");
    first.then().statusCode(201).body("secret", notNullValue());
    again
        .then()
        .statusCode(201)
        .header("Idempotency-Replayed", "true")
        .header("Location", first.header("Location"))
        .header("ETag", first.header("ETag"))
        .contentType(ContentType.JSON)
        .body("id", equalTo(first.path("id")))
        // Shown once: a stored secret would be one more place to lose it.
        .body("secret", nullValue());
    assertEquals(1, notes(enterprise));
    assertEquals(
        0,
        Database.count(
            "SELECT count(*) FROM idempotency WHERE key = ? AND convert_from(body, 'UTF8') LIKE '%whsec%'",
            key));
  }

  @Test
  void another_request_under_the_key_is_refused() throws SQLException {
    String key = UUID.randomUUID().toString();
    write(enterprise, key, "one").then().statusCode(201);
    write(enterprise, key, "two")
        .then()
        .statusCode(422)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:phoihop:problem:key-reused"));
    assertEquals(1, notes(enterprise));
  }

  @Test
  void another_partys_key_is_another_key() throws SQLException {
    String key = UUID.randomUUID().toString();
    UUID other = UUID.randomUUID();
    String first = write(enterprise, key, "same").path("id");
    write(other, key, "same").then().statusCode(201).body("id", not(equalTo(first)));
    assertEquals(1, notes(enterprise));
    assertEquals(1, notes(other));
  }

  @Test
  void a_repeated_transition_gets_its_first_answer() {
    String id = write(enterprise, UUID.randomUUID().toString(), "to close").path("id");
    String key = UUID.randomUUID().toString();
    for (int i = 0; i < 3; i++) {
      given()
          .auth()
          .oauth2(Tokens.enterprise(enterprise))
          .header("Idempotency-Key", key)
          .post("/api/v1/notes/" + id + "/close")
          .then()
          .statusCode(200)
          .body("sequence", equalTo(2));
    }
  }

  @Test
  void a_refused_request_leaves_its_key_free() throws SQLException {
    String key = UUID.randomUUID().toString();
    write(enterprise, key, "").then().statusCode(400);
    write(enterprise, key, "fail").then().statusCode(500);
    write(enterprise, key, "now").then().statusCode(201);
    assertEquals(1, notes(enterprise));
  }

  @Test
  void many_at_once_are_done_once() throws Exception {
    String key = UUID.randomUUID().toString();
    CountDownLatch start = new CountDownLatch(1);
    ExecutorService callers = Executors.newFixedThreadPool(8);
    List<Future<Response>> answers = new ArrayList<>();
    Callable<Response> call =
        () -> {
          start.await();
          return write(enterprise, key, "race");
        };
    for (int i = 0; i < 8; i++) {
      answers.add(callers.submit(call));
    }
    start.countDown();
    Set<String> ids = new TreeSet<>();
    for (Future<Response> answer : answers) {
      answer.get().then().statusCode(201);
      ids.add(answer.get().path("id"));
    }
    callers.shutdown();
    assertEquals(1, ids.size());
    assertEquals(1, notes(enterprise));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "\"", "back\\slash"})
  void a_key_that_is_none_is_named(String key) {
    write(enterprise, key, "text")
        .then()
        .statusCode(400)
        .body("errors.pointer", hasItem("header:Idempotency-Key"));
  }

  @Test
  void a_key_that_is_too_long_is_named() {
    write(enterprise, "k".repeat(256), "text")
        .then()
        .statusCode(400)
        .body("errors.pointer", hasItem("header:Idempotency-Key"));
  }

  private static Response write(UUID party, String key, String text) {
    return given()
        .auth()
        .oauth2(Tokens.enterprise(party))
        .contentType(ContentType.JSON)
        .header("Idempotency-Key", key)
        .body("{\"text\":\"" + text + "\"}")
        .post("/api/v1/notes");
  }

  private static long notes(UUID party) throws SQLException {
    return Database.count("SELECT count(*) FROM note WHERE written_by = ?", party.toString());
  }
}
