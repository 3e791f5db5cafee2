package vn.phoihop.incident.request;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.phoihop.platform.test.EventContract;
import vn.phoihop.platform.test.Events;
import vn.phoihop.platform.test.Tokens;

/**
 * The letter's main flow on both sides: asked, issued, acknowledged, answered, accepted, closed.
 */
@QuarkusTest
class RequestFlowTest {

  @Test
  void a_request_is_asked_and_answered_and_every_step_is_told_and_in_the_history() {
    Requests sides = Requests.sides();
    sides.id =
        sides
            .draft(Requests.police(), sides.routine().toString())
            .statusCode(201)
            .header("Location", containsString("/api/v1/information-requests/"))
            .header("ETag", "\"1\"")
            .body("state", equalTo("DRAFT"))
            .body("number", matchesPattern("YC-20[0-9]{2}-[0-9]{6}"))
            .body("items.n", equalTo(List.of(1, 2)))
            .body("dueAt", nullValue())
            .extract()
            .path("id");
    sides.get(sides.enterpriseToken).statusCode(404);

    sides
        .asker("issue", "")
        .statusCode(200)
        .body("state", equalTo("ISSUED"))
        .body("dueAt", notNullValue())
        .body("clock.rule", equalTo("REQUEST_ROUTINE 10 WORKING_DAYS"))
        .body("clock.calendarVersion", equalTo("CALENDARS/1"))
        .body("openedAt", nullValue());
    sides
        .get(sides.enterpriseToken)
        .statusCode(200)
        .body("enterpriseName", equalTo("Thăng Long"))
        .body("openedAt", notNullValue())
        .body("deliveredAt", notNullValue())
        .body("items[1].periodFrom", equalTo("2026-02-01"));
    sides.receiver("acknowledge", "").statusCode(200).body("state", equalTo("ACKNOWLEDGED"));
    String document = sides.upload("danh sách thuê bao");
    sides
        .receiver(
            "answers",
            """
            {"items": [{"n": 1, "status": "FULL", "documents": ["%s"]},
              {"n": 2, "status": "PARTIAL", "text": "Chỉ còn dữ liệu từ ngày 10"}]}"""
                .formatted(document))
        .statusCode(200)
        .body("state", equalTo("ANSWERED"))
        .body("completeness", equalTo(75))
        .body("onTime", equalTo(true));
    sides
        .get(Requests.police())
        .statusCode(200)
        .body("answer.items[0].documents[0].id", equalTo(document))
        .body("answer.sha256", matchesPattern("[0-9a-f]{64}"));
    sides.asker("accept", "").statusCode(200).body("state", equalTo("ACCEPTED"));
    sides.asker("close", "{}").statusCode(200).body("state", equalTo("CLOSED"));

    Events.await(
        "phoihop.incident", e -> e.key().equals(sides.id) && e.type().equals("request.accepted"));
    List<Events.Seen> told =
        Events.all("phoihop.incident").stream().filter(e -> e.key().equals(sides.id)).toList();
    assertEquals(
        List.of("request.issued", "request.acknowledged", "request.answered", "request.accepted"),
        told.stream().map(Events.Seen::type).toList());
    told.forEach(event -> EventContract.assertValid(event.type(), event.data()));
    assertEquals(
        List.of("POLICE", sides.enterprise.toString(), "DEPARTMENT"),
        JsonPath.from(told.get(2).data()).getList("audience"));
    assertEquals(1, JsonPath.from(told.get(2).data()).getInt("statuses.partial"));
    told.forEach(
        event -> {
          assertFalse(event.data().contains("0912"), "no subject travels");
          assertFalse(event.data().contains("Nguyễn"), "no person travels");
        });
    sides
        .get(sides.enterpriseToken, "history")
        .statusCode(200)
        .body(
            "items.verb",
            equalTo(List.of("draft", "issue", "acknowledge", "answers", "accept", "close")))
        .body("items.sequence", equalTo(List.of(1, 2, 3, 4, 5, 6)))
        .body("items[3].party", equalTo(sides.enterprise.toString()));
  }

  @Test
  void a_returned_answer_is_completed_and_every_version_stays_as_it_was_sealed() {
    Requests sides = Requests.answered();
    sides
        .asker("return", RequestExamples.RETURN)
        .statusCode(200)
        .body("state", equalTo("RETURNED"))
        .body("dialogue[0].remark.reasons", equalTo(List.of("INCOMPLETE")))
        .body("dialogue[0].remark.items", equalTo(List.of(2)));

    sides
        .receiver(
            "answers", "{\"items\": [{\"n\": 2, \"status\": \"FULL\", \"text\": \"Đã tìm thấy\"}]}")
        .statusCode(200)
        .body("state", equalTo("ANSWERED"))
        .body("completeness", equalTo(100))
        .body("answer.version", equalTo(2))
        .body("answer.items.n", equalTo(List.of(1, 2)))
        .body("answer.items[0].text", equalTo("Chủ thuê bao: như tài liệu"));

    sides
        .get(Requests.police(), "answers")
        .statusCode(200)
        .body("items.version", equalTo(List.of(1, 2)))
        .body("items.completeness", equalTo(List.of(50, 100)))
        .body("items[0].items[1].reasonCode", equalTo("RETENTION_EXPIRED"));
    Events.Seen returned =
        Events.await(
            "phoihop.incident",
            e -> e.key().equals(sides.id) && e.type().equals("request.returned"));
    EventContract.assertValid("request.returned", returned.data());
    assertEquals(List.of("INCOMPLETE"), JsonPath.from(returned.data()).getList("reasons"));
  }

  @Test
  void anybody_who_reads_an_answer_can_check_its_seal() throws Exception {
    Requests sides = Requests.acknowledged();
    String document = sides.upload("tài liệu");
    sides
        .receiver(
            "answers",
            """
            {"items": [{"n": 2, "status": "NONE", "reasonCode": "OTHER", "text": "Đã \\"huỷ\\" — 2025"},
              {"n": 1, "status": "PARTIAL", "documents": ["%s"]}]}"""
                .formatted(document))
        .statusCode(200);
    ObjectMapper json = new ObjectMapper();
    JsonNode answer =
        json.readTree(sides.get(Requests.police(), "answers").extract().asString())
            .path("items")
            .path(0);

    ObjectNode sealed = json.createObjectNode().put("requestId", sides.id);
    sealed.set("version", answer.get("version"));
    sealed.set("at", answer.get("at"));
    sealed.set("items", answer.get("items"));

    assertEquals(
        HexFormat.of()
            .formatHex(
                MessageDigest.getInstance("SHA-256")
                    .digest(json.writeValueAsString(sealed).getBytes(StandardCharsets.UTF_8))),
        answer.get("sha256").asText());
  }

  @Test
  void a_draft_is_written_anew_under_its_tag_until_it_is_issued() {
    Requests sides = Requests.drafted();
    String body = sides.routine().put("subject", "Số 0912 345 679").toString();
    io.restassured.specification.RequestSpecification call =
        vn.phoihop.incident.Api.as(Requests.police()).body(body);
    call.put("/api/v1/information-requests/{id}", sides.id).then().statusCode(428);
    vn.phoihop.incident.Api.as(Requests.police())
        .header("If-Match", "\"7\"")
        .body(body)
        .put("/api/v1/information-requests/{id}", sides.id)
        .then()
        .statusCode(412);
    vn.phoihop.incident.Api.as(Requests.police())
        .header("If-Match", "\"1\"")
        .body(body)
        .put("/api/v1/information-requests/{id}", sides.id)
        .then()
        .statusCode(200)
        .header("ETag", "\"2\"")
        .body("version", equalTo(2))
        .body("subject", equalTo("Số 0912 345 679"));
    sides.asker("issue", "").statusCode(200).body("version", equalTo(2));
    vn.phoihop.incident.Api.as(Requests.police())
        .header("If-Match", "*")
        .body(body)
        .put("/api/v1/information-requests/{id}", sides.id)
        .then()
        .statusCode(409)
        .body("state", equalTo("ISSUED"))
        .body("allowed", hasItem("acknowledge"));
  }

  @Test
  void the_department_asks_for_what_only_it_may() {
    Requests sides = Requests.sides();
    String inspection = sides.routine().put("purpose", "INSPECTION").toString();
    sides
        .draft(Requests.police(), inspection)
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/purpose"))
        .body("errors[0].code", equalTo("PURPOSE_RESERVED"));
    sides.id =
        sides
            .draft(Tokens.department(), inspection)
            .statusCode(201)
            .body("asker", equalTo("DEPARTMENT"))
            .extract()
            .path("id");
    sides.post(Tokens.department(), "issue", "").statusCode(200);
    sides.get(sides.enterpriseToken).statusCode(200).body("purpose", equalTo("INSPECTION"));
    sides.get(Requests.police()).statusCode(404);
  }
}
