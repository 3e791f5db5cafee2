package vn.phoihop.reporting.campaign;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.phoihop.reporting.Api.as;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.phoihop.platform.test.Database;
import vn.phoihop.platform.test.EventContract;
import vn.phoihop.platform.test.Events;
import vn.phoihop.platform.test.Tokens;
import vn.phoihop.reporting.Api;
import vn.phoihop.reporting.figure.Period;

@QuarkusTest
class CampaignTest {

  private static final String TOMORROW = Instant.now().plusSeconds(24 * 3600).toString();

  @Test
  void each_active_enterprise_of_a_sector_is_asked_and_told() {
    Api.awaitReady();
    UUID one = Api.activate("DATA_CENTRE", Instant.now());
    UUID other = Api.activate("DATA_CENTRE", Instant.now());
    UUID stranger = Api.enterprise();
    Api.awaitObligation(one);
    Api.awaitObligation(other);

    String campaign =
        as(Tokens.department())
            .body(
                "{\"title\": \"Đột xuất\", \"sectors\": [\"DATA_CENTRE\"], \"dueAt\": \"%s\"}"
                    .formatted(TOMORROW))
            .post("/api/v1/campaigns")
            .then()
            .statusCode(201)
            .body("asked", equalTo(2))
            .body("period", equalTo(Period.of(Instant.now()).toString()))
            .extract()
            .path("id");

    as(Tokens.department())
        .get("/api/v1/obligations?campaignId=" + campaign)
        .then()
        .statusCode(200)
        .body("items", hasSize(2))
        .body("items.enterpriseId", hasItems(one.toString(), other.toString()))
        .body("items.kind", hasItem("CAMPAIGN"))
        .body("items.title", hasItem("Đột xuất"));
    String id =
        as(Tokens.enterprise(one))
            .get("/api/v1/obligations?campaignId=" + campaign)
            .then()
            .statusCode(200)
            .body("items", hasSize(1))
            .body("items[0].flags", contains("DUE_SOON"))
            .body("items[0].due.rule", equalTo("CAMPAIGN"))
            .extract()
            .path("items[0].id");
    Events.Seen told =
        Events.await(
            "phoihop.reporting",
            seen -> seen.key().equals(id) && seen.type().equals("obligation.opened"));
    EventContract.assertValid("obligation.opened", told.data());
    as(Tokens.enterprise(stranger))
        .get("/api/v1/obligations?campaignId=" + campaign)
        .then()
        .statusCode(200)
        .body("items", hasSize(0));
    as(Tokens.department())
        .get("/api/v1/campaigns/{id}", campaign)
        .then()
        .statusCode(200)
        .body("title", equalTo("Đột xuất"));
    as(Tokens.department())
        .get("/api/v1/campaigns?limit=1")
        .then()
        .statusCode(200)
        .body("items", hasSize(1));
  }

  @Test
  void the_report_of_a_campaign_goes_its_way_and_is_not_consolidated() throws Exception {
    UUID enterprise = Api.enterprise();
    as(Tokens.department())
        .body(
            "{\"title\": \"Riêng\", \"enterprises\": [\"%s\"], \"dueAt\": \"%s\"}"
                .formatted(enterprise, TOMORROW))
        .post("/api/v1/campaigns")
        .then()
        .statusCode(201);
    String obligation =
        as(Tokens.enterprise(enterprise))
            .get("/api/v1/obligations")
            .then()
            .body("items", hasSize(2))
            .extract()
            .path("items.find { it.kind == 'CAMPAIGN' }.id");
    String report =
        as(Tokens.enterprise(enterprise))
            .post("/api/v1/obligations/{id}/reports", obligation)
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    Api.move(Tokens.enterprise(enterprise), report, "submit", "{}");
    Api.move(Tokens.department(), report, "accept", "{}");

    as(Tokens.enterprise(enterprise))
        .get("/api/v1/obligations/{id}", obligation)
        .then()
        .statusCode(200)
        .body("state", equalTo("FULFILLED"))
        .body("reportId", equalTo(report));
    assertEquals(
        1,
        Database.count(
            "SELECT count(*) FROM report WHERE id = ?::uuid AND campaign_id IS NOT NULL", report));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{'title': 'T', 'dueAt': '2020-01-01T00:00:00Z'} | /dueAt | PAST",
        "{'title': ' ', 'dueAt': 'TOMORROW'} | /title | REQUIRED",
        "{'title': 'T'} | /dueAt | REQUIRED",
        "{'title': 'T', 'dueAt': 'TOMORROW', 'period': '2026-H3'} | /period | UNKNOWN_PERIOD",
        "{'title': 'T', 'dueAt': 'TOMORROW', 'sectors': ['SHIPS']} | /sectors/0 | UNKNOWN_CODE",
        "{'title': 'T', 'dueAt': 'TOMORROW', 'sectors': []} | /sectors | SIZE",
        "{'title': 'T', 'dueAt': 'TOMORROW', 'enterprises': ['00000000-0000-4000-8000-00000000f00d']} | /enterprises/0 | NOT_ACTIVE",
        "{'title': 'T', 'dueAt': 'TOMORROW', 'enterprises': ['00000000-0000-4000-8000-00000000f00d'], 'sectors': ['POSTAL']} | /sectors | NOT_WITH_ENTERPRISES",
        "{'title': 'T', 'dueAt': 'TOMORROW', 'who': 'all'} | /who | UNKNOWN_FIELD"
      })
  void a_campaign_that_asks_wrongly_asks_nobody(String body, String pointer, String code)
      throws Exception {
    Api.awaitReady();
    long before = Database.count("SELECT count(*) FROM obligation WHERE kind = 'CAMPAIGN'");
    as(Tokens.department())
        .body(body.replace('\'', '"').replace("TOMORROW", TOMORROW))
        .post("/api/v1/campaigns")
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo(pointer))
        .body("errors[0].code", equalTo(code))
        .body("errors[0].message", not(equalTo("error." + code)));
    assertEquals(before, Database.count("SELECT count(*) FROM obligation WHERE kind = 'CAMPAIGN'"));
  }

  @Test
  void the_example_of_the_document_is_accepted() {
    Api.awaitReady();
    UUID enterprise = Api.activate("TELECOM_MOBILE", Instant.now());
    Api.awaitObligation(enterprise);
    as(Tokens.department())
        .body(CampaignResource.EXAMPLE)
        .post("/api/v1/campaigns")
        .then()
        .statusCode(201);
  }

  @Test
  void only_the_department_asks_and_reads_campaigns() {
    for (String token :
        List.of(
            Tokens.enterprise(UUID.randomUUID()),
            Tokens.agency("POLICE"),
            Tokens.auditor(),
            Tokens.operator())) {
      as(token).body("{}").post("/api/v1/campaigns").then().statusCode(403);
      as(token).get("/api/v1/campaigns").then().statusCode(403);
    }
    as(Tokens.department())
        .get("/api/v1/campaigns/{id}", UUID.randomUUID().toString())
        .then()
        .statusCode(404);
  }
}
