package vn.phoihop.platform.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.phoihop.platform.problem.ProblemException;
import vn.phoihop.platform.test.Tokens;

@QuarkusTest
class CursorsTest {

  @Inject Cursors cursors;

  @Test
  void pages_follow_each_other_without_gap_or_repetition() {
    UUID enterprise = UUID.randomUUID();
    String token = Tokens.enterprise(enterprise);
    for (int i = 0; i < 7; i++) {
      given()
          .auth()
          .oauth2(token)
          .contentType(ContentType.JSON)
          .body("{\"text\":\"n" + i + "\"}")
          .post("/api/v1/notes")
          .then()
          .statusCode(201);
    }
    List<String> texts = new ArrayList<>();
    String cursor = null;
    int pages = 0;
    do {
      Response page = list(token, cursor);
      page.then().statusCode(200);
      texts.addAll(page.path("items.text"));
      cursor = page.path("next");
      pages++;
    } while (cursor != null);
    assertEquals(3, pages);
    assertEquals(7, new HashSet<>(texts).size());
    assertEquals(List.of("n6", "n5", "n4", "n3", "n2", "n1", "n0"), texts);
  }

  @Test
  void a_cursor_is_good_for_its_caller_alone_and_whole() {
    UUID enterprise = UUID.randomUUID();
    String token = Tokens.enterprise(enterprise);
    for (int i = 0; i < 4; i++) {
      given()
          .auth()
          .oauth2(token)
          .contentType(ContentType.JSON)
          .body("{\"text\":\"a\"}")
          .post("/api/v1/notes");
    }
    String cursor = list(token, null).path("next");
    refused(list(Tokens.enterprise(UUID.randomUUID()), cursor));
    char first = cursor.charAt(3);
    refused(list(token, cursor.substring(0, 3) + (first == 'A' ? 'B' : 'A') + cursor.substring(4)));
    refused(list(token, cursor.substring(0, 20)));
    refused(list(token, cursor + "AAAA"));
  }

  @Test
  void a_small_list_goes_on_after_the_item_that_a_page_ended_with_wherever_it_stands_now() {
    Page<String> first = small(List.of("a", "b", "c", "d"), null);
    assertEquals(List.of("a", "b"), first.items());

    Page<String> second = small(List.of("new", "a", "b", "c", "d"), first.next());
    assertEquals(List.of("c", "d"), second.items());
    assertNull(second.next());
    assertEquals(
        List.of(), small(List.of("c", "b"), first.next()).items(), "nothing stands after it");
    assertThrows(ProblemException.class, () -> small(List.of("a", "c", "d"), first.next()));
    assertThrows(
        ProblemException.class,
        () -> cursors.pageOf(List.of("a", "b"), request(first.next()), "other", item -> item));
  }

  private Page<String> small(List<String> whole, String cursor) {
    return cursors.pageOf(whole, request(cursor), "letters", item -> item);
  }

  private static PageRequest request(String cursor) {
    PageRequest request = new PageRequest();
    request.limit = 2;
    request.cursor = cursor;
    return request;
  }

  private static Response list(String token, String cursor) {
    var request = given().auth().oauth2(token).queryParam("limit", 3);
    return (cursor == null ? request : request.queryParam("cursor", cursor)).get("/api/v1/notes");
  }

  private static void refused(Response response) {
    response.then().statusCode(400).body("errors.pointer", hasItem("query:cursor"));
  }
}
