package vn.phoihop.liaison;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.nullValue;
import static vn.phoihop.liaison.Given.department;
import static vn.phoihop.liaison.Given.enterprise;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.phoihop.platform.test.PagedLists;

/** Lists that are short by nature are paged like every other, for nobody in particular too. */
@QuarkusTest
class LiaisonPagesTest {

  @Test
  void authorities_and_the_lists_of_codes() {
    new PagedLists()
        .and(Given::anybody, "/api/v1/authorities")
        .and(Given::anybody, "/api/v1/authorities?asOf=2007-07-12")
        .and(Given::department, "/api/v1/authorities")
        .and(Given::anybody, "/api/v1/reference")
        .and(Given::department, "/api/v1/reference")
        .check();
  }

  @Test
  void designations_of_two_enterprises() {
    PagedLists lists = new PagedLists();
    for (UUID id : List.of(Given.activeEnterprise(), Given.activeEnterprise())) {
      for (int i = 0; i < 3; i++) {
        Given.draft(id, Given.designation("DEPUTY"));
      }
      String path = "/api/v1/enterprises/" + id + "/designations";
      lists.and(() -> enterprise(id), path).and(Given::department, path);
    }
    lists.check();
  }

  @Test
  void the_one_enterprise_of_a_tax_code_is_a_page_with_nothing_after_it() {
    Given.verifiedEnterprise();
    String taxCode = Given.taxCode();
    department()
        .body(Given.registration(taxCode))
        .post("/api/v1/enterprises")
        .then()
        .statusCode(201);
    String next =
        department()
            .get("/api/v1/enterprises?limit=1")
            .then()
            .statusCode(200)
            .extract()
            .path("next");

    String path = "/api/v1/enterprises?taxCode=" + taxCode;
    department()
        .get(path + "&limit=1")
        .then()
        .statusCode(200)
        .body("items.taxCode", contains(taxCode))
        .body("next", nullValue());
    for (String bad :
        List.of("limit=0", "limit=101", "limit=abc", "cursor=abc", "cursor=" + next)) {
      department()
          .get(path + "&" + bad)
          .then()
          .statusCode(400)
          .body("errors.pointer", contains("query:" + bad.substring(0, bad.indexOf('='))));
    }
  }
}
