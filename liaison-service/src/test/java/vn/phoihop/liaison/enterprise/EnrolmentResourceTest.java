package vn.phoihop.liaison.enterprise;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.phoihop.liaison.KeycloakStubs.REALM;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.icegreen.greenmail.util.GreenMail;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.phoihop.liaison.Given;
import vn.phoihop.liaison.KeycloakStubs;
import vn.phoihop.liaison.Peers;
import vn.phoihop.platform.test.Database;
import vn.phoihop.platform.test.EventContract;
import vn.phoihop.platform.test.Events;

@QuarkusTest
@QuarkusTestResource(Peers.class)
class EnrolmentResourceTest {

  WireMockServer keycloak;
  GreenMail mail;

  private UUID enterprise;
  private String code;

  @BeforeEach
  void an_active_enterprise() {
    KeycloakStubs.emptyRealm(keycloak);
    enterprise = Given.verifiedEnterprise();
    code =
        Given.department()
            .post("/api/v1/enterprises/{id}/activate", enterprise)
            .then()
            .statusCode(200)
            .extract()
            .path("enrolment.code");
  }

  @Test
  void whoever_has_the_code_draws_credentials_once() throws Exception {
    String taxCode =
        Database.column("SELECT tax_code FROM enterprise WHERE id = ?", enterprise).get(0);
    enrol(code)
        .statusCode(201)
        .header("Cache-Control", is("no-store"))
        .body("clientId", is("ent-" + taxCode))
        .body("clientSecret", is("fresh-secret"))
        .body("tokenUrl", endsWith("/protocol/openid-connect/token"));

    keycloak.verify(
        1,
        postRequestedFor(urlPathEqualTo(REALM + "/clients"))
            .withHeader("Authorization", equalTo("Bearer admin-token"))
            .withRequestBody(matchingJsonPath("$.clientId", equalTo("ent-" + taxCode)))
            .withRequestBody(matchingJsonPath("$.publicClient", equalTo("false")))
            .withRequestBody(matchingJsonPath("$.serviceAccountsEnabled", equalTo("true")))
            .withRequestBody(matchingJsonPath("$.standardFlowEnabled", equalTo("false"))));
    keycloak.verify(
        putRequestedFor(urlPathEqualTo(REALM + "/users/u-0"))
            .withRequestBody(
                matchingJsonPath("$.attributes.party[0]", equalTo(enterprise.toString()))));
    keycloak.verify(putRequestedFor(urlPathEqualTo(REALM + "/users/u-0/groups/g-1")));

    Events.Seen event =
        Events.await(
            "phoihop.liaison",
            e -> e.key().equals(enterprise.toString()) && e.type().equals("enterprise.enrolled"));
    EventContract.assertValid("enterprise.enrolled", event.data());
    assertEquals(
        1,
        Database.count(
            "SELECT count(*) FROM audit WHERE object_id = ? AND action = 'enterprise.enrolled' AND party = 'SYSTEM'",
            enterprise));

    enrol(code)
        .statusCode(409)
        .body("type", is("urn:phoihop:problem:enrolment-code-spent"))
        .body("errors.pointer", contains("/code"));
  }

  @Test
  void dashes_and_case_are_for_the_eye() {
    enrol(code.replace("-", "").toLowerCase(java.util.Locale.ROOT)).statusCode(201);
  }

  @Test
  void an_unknown_code_is_named() {
    enrol("AAAA-BBBB").statusCode(400).body("errors.pointer", contains("/code"));
  }

  @Test
  void while_keycloak_is_away_the_code_stays_good() {
    KeycloakStubs.away(keycloak);
    enrol(code)
        .statusCode(503)
        .header("Retry-After", is("10"))
        .contentType("application/problem+json");
    KeycloakStubs.emptyRealm(keycloak);
    enrol(code).statusCode(201);
  }

  @Test
  void an_expired_code_is_refused() throws Exception {
    Database.asSuperuser(
        connection -> {
          try (var update =
              connection.prepareStatement(
                  "UPDATE enrolment_code SET expires_at = now() - interval '1 second' WHERE enterprise_id = ?")) {
            update.setObject(1, enterprise);
            return update.executeUpdate();
          }
        });
    enrol(code).statusCode(409).body("errors.pointer", contains("/code"));
  }

  @Test
  void a_new_code_voids_the_former_and_rotates_the_secret() {
    enrol(code).statusCode(201);
    String second = newCode();
    String third = newCode();
    enrol(second).statusCode(409);
    enrol(third).statusCode(201);
    keycloak.verify(2, postRequestedFor(urlPathEqualTo(REALM + "/clients/c-1/client-secret")));
    keycloak.verify(1, postRequestedFor(urlPathEqualTo(REALM + "/clients")));
  }

  @Test
  void two_at_once_do_not_rotate_each_others_secret() {
    List<Integer> statuses =
        IntStream.range(0, 8)
            .parallel()
            .mapToObj(i -> enrol(code).extract().statusCode())
            .sorted()
            .toList();
    assertEquals(201, statuses.get(0));
    assertTrue(statuses.stream().skip(1).allMatch(status -> status == 409), statuses.toString());
    keycloak.verify(1, postRequestedFor(urlPathEqualTo(REALM + "/clients/c-1/client-secret")));
  }

  @Test
  void a_lease_that_was_left_behind_does_not_lock_the_code_for_ever() throws Exception {
    lease("now() + interval '1 minute'");
    enrol(code).statusCode(409).body("type", is("urn:phoihop:problem:enrolment-in-progress"));
    lease("now() - interval '1 second'");
    enrol(code).statusCode(201);
  }

  @Test
  void the_leader_gets_the_code_by_mail_and_the_task_is_wiped() throws Exception {
    String address =
        Database.column("SELECT leader_email FROM enterprise WHERE id = ?", enterprise).get(0);
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> Arrays.stream(mail.getReceivedMessagesForDomain(address)).count() == 1);
    var message = mail.getReceivedMessagesForDomain(address)[0];
    assertEquals(
        "Mã đăng ký hệ thống Phối Hợp / Enrolment code for the system Phối Hợp",
        message.getSubject());
    String text = message.getContent().toString();
    assertTrue(text.contains(code), text);
    assertTrue(text.contains("Công ty Thử nghiệm"), text);
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                Database.count(
                        "SELECT count(*) FROM task WHERE subject_id = ? AND done_at IS NOT NULL AND sealed IS NULL",
                        enterprise)
                    == 1);
  }

  @Test
  void the_code_is_kept_as_a_hash_alone() throws Exception {
    assertEquals(
        List.of(EnrolmentCode.hash(code)),
        Database.column(
            "SELECT code_hash FROM enrolment_code WHERE enterprise_id = ?", enterprise));
    assertEquals(
        0,
        Database.count(
            "SELECT count(*) FROM enrolment_code e WHERE e::text LIKE ?",
            "%" + code.substring(0, 9) + "%"));
  }

  private String newCode() {
    return Given.department()
        .post("/api/v1/enterprises/{id}/enrolment-codes", enterprise)
        .then()
        .statusCode(201)
        .extract()
        .path("code");
  }

  private void lease(String until) throws Exception {
    Database.asSuperuser(
        connection -> {
          try (var update =
              connection.prepareStatement(
                  "UPDATE enrolment_code SET leased_until = "
                      + until
                      + " WHERE enterprise_id = ?")) {
            update.setObject(1, enterprise);
            return update.executeUpdate();
          }
        });
  }

  private static ValidatableResponse enrol(String code) {
    return Given.anybody().body("{\"code\": \"" + code + "\"}").post("/api/v1/enrolments").then();
  }
}
