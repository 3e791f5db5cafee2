package vn.phoihop.liaison.authority;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static vn.phoihop.liaison.Given.anybody;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class AuthorityResourceTest {

  @Test
  void anybody_finds_the_inspectorate() {
    anybody()
        .get("/api/v1/authorities")
        .then()
        .statusCode(200)
        .body(
            "items.code",
            hasItems(
                "DEPARTMENT", "INSPECTORATE", "POLICE", "CUSTOMS", "TRADE", "MINISTRY", "CITY_PC"))
        .rootPath("items.find { it.code == 'INSPECTORATE' }.contact")
        .body("address", equalTo("43 Giảng Võ, Đống Đa, Hà Nội"))
        .body("telephone", equalTo("7366690"))
        .body("fax", equalTo("7366617"))
        .body("email", equalTo("thanhtra@ict-hanoi.gov.vn"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2007-07-12 | Sở Bưu chính, Viễn thông Hà Nội",
        "2015-01-01 | Sở Thông tin và Truyền thông Hà Nội",
        "2026-01-01 | Sở Khoa học và Công nghệ Hà Nội"
      })
  void an_authority_is_called_as_it_was_on_the_day(String day, String name) {
    anybody()
        .get("/api/v1/authorities?asOf={day}", day)
        .then()
        .statusCode(200)
        .body("items.find { it.code == 'DEPARTMENT' }.name", equalTo(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-13-01", "today", "12/07/2007"})
  void a_day_that_is_none_is_named(String day) {
    anybody()
        .get("/api/v1/authorities?asOf={day}", day)
        .then()
        .statusCode(400)
        .body("errors.pointer", contains("query:asOf"));
  }
}
