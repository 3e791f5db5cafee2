package vn.phoihop.incident.request;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static vn.phoihop.incident.Api.as;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.phoihop.platform.test.Tokens;

/** The emergency channel: two persons, eight hours, and paper that follows. */
@QuarkusTest
class EmergencyTest {

  private static final String SECOND_PERSON = "urn:phoihop:problem:second-person-needed";
  private static final String PAPER =
      "{\"document\": {\"number\": \"129/CV-PC02\", \"date\": \"2026-03-11\", \"signerName\": \"Nguyễn Văn An\"}}";

  private Requests sides;

  @BeforeEach
  void an_emergency_is_drafted() {
    sides = Requests.sides();
    draft(Requests.police());
  }

  @Test
  void it_is_issued_by_another_person_than_who_wrote_it() {
    sides
        .asker("issue", "")
        .statusCode(403)
        .body("type", equalTo(SECOND_PERSON))
        .body("title", equalTo("A second person is needed"));
    sides
        .post(Requests.police2(), "issue", "")
        .statusCode(200)
        .body("clock.rule", equalTo("REQUEST_EMERGENCY 8 REAL_HOURS"))
        .body("document", nullValue())
        .body("supportBy", notNullValue());
  }

  @Test
  void who_corrects_it_has_written_it() {
    as(Requests.police2())
        .header("If-Match", "*")
        .body(sides.emergency().put("caseRef", "PC02-18").toString())
        .put("/api/v1/information-requests/{id}", sides.id)
        .then()
        .statusCode(200);
    sides.post(Requests.police2(), "issue", "").statusCode(403);
    sides.asker("issue", "").statusCode(200);
  }

  @Test
  void a_machine_neither_issues_nor_writes_one() {
    String machine = Tokens.machine("agency", "POLICE");
    sides.post(machine, "issue", "").statusCode(403).body("type", equalTo(SECOND_PERSON));
    draft(machine);
    sides.asker("issue", "").statusCode(403).body("type", equalTo(SECOND_PERSON));
  }

  @Test
  void its_paper_follows_or_it_is_flagged() {
    sides.asker("support", PAPER).statusCode(409);
    sides.post(Requests.police2(), "issue", "").statusCode(200);
    Requests.execute(
        "UPDATE information_request SET support_by = now() - interval '1 minute' WHERE id = '"
            + sides.id
            + "'");
    sides.get(sides.enterpriseToken).statusCode(200).body("flags", hasItem("UNSUPPORTED"));
    sides.get(Tokens.department()).statusCode(200).body("flags", hasItem("UNSUPPORTED"));

    sides
        .asker("support", PAPER)
        .statusCode(200)
        .body("document.number", equalTo("129/CV-PC02"))
        .body("flags", not(hasItem("UNSUPPORTED")));
    sides
        .asker("support", PAPER)
        .statusCode(409)
        .body("type", equalTo("urn:phoihop:problem:no-paper-awaited"));
  }

  @Test
  void what_came_with_its_paper_awaits_none() {
    Requests ordinary = Requests.issued();
    ordinary
        .asker("support", PAPER)
        .statusCode(409)
        .body("type", equalTo("urn:phoihop:problem:no-paper-awaited"));
  }

  private void draft(String token) {
    sides.id =
        sides.draft(token, sides.emergency().toString()).statusCode(201).extract().path("id");
  }
}
