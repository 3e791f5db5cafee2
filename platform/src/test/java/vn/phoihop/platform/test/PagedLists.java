package vn.phoihop.platform.test;

import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Lists of at least three rows each, walked page by page as clients do. Name those that a cursor
 * could be taken from one to the other: of two objects, of two parties.
 */
public final class PagedLists {

  private record PagedList(Supplier<RequestSpecification> caller, String path) {

    JsonPath page(int limit, String cursor) {
      RequestSpecification call = caller.get().queryParam("limit", limit);
      return (cursor == null ? call : call.queryParam("cursor", cursor))
          .get(path)
          .then()
          .statusCode(200)
          .extract()
          .jsonPath();
    }

    void refuses(String parameter, String value) {
      caller
          .get()
          .queryParam(parameter, value)
          .get(path)
          .then()
          .statusCode(400)
          .contentType("application/problem+json")
          .body("errors.pointer", hasItem("query:" + parameter));
    }
  }

  private final List<PagedList> lists = new ArrayList<>();

  /** A list, with its query if it has one, as this caller reads it. */
  public PagedLists and(Supplier<RequestSpecification> caller, String path) {
    lists.add(new PagedList(caller, path));
    return this;
  }

  /**
   * The pages of one and of two rows are the whole, in its order; what is no limit and no cursor of
   * this very list is refused.
   */
  public void check() {
    List<String> cursors = lists.stream().map(PagedLists::walk).toList();
    for (int i = 0; i < lists.size(); i++) {
      PagedList list = lists.get(i);
      for (String limit : List.of("0", "101", "abc")) {
        list.refuses("limit", limit);
      }
      list.refuses("cursor", "abc");
      for (int other = 0; other < lists.size(); other++) {
        if (other != i) {
          list.refuses("cursor", cursors.get(other));
        }
      }
    }
  }

  /** Returns a cursor into the list. */
  private static String walk(PagedList list) {
    String name = list.path();
    JsonPath all = list.page(100, null);
    List<Object> whole = all.getList("items");
    assertNull(all.getString("next"), name);
    assertTrue(whole.size() >= 3, name + " is too short: " + whole);
    for (int limit = 1; limit <= 2; limit++) {
      List<Object> seen = new ArrayList<>();
      String cursor = null;
      do {
        JsonPath page = list.page(limit, cursor);
        List<Object> items = page.getList("items");
        cursor = page.getString("next");
        assertTrue(items.size() == limit || cursor == null && items.size() < limit, name);
        seen.addAll(items);
        assertTrue(seen.size() <= whole.size(), name);
      } while (cursor != null);
      assertEquals(whole, seen, name);
    }
    return list.page(1, null).getString("next");
  }
}
