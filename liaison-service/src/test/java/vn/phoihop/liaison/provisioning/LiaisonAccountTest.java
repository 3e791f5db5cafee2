package vn.phoihop.liaison.provisioning;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.phoihop.liaison.KeycloakStubs.REALM;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.phoihop.liaison.Given;
import vn.phoihop.liaison.KeycloakStubs;
import vn.phoihop.liaison.Peers;
import vn.phoihop.platform.test.Database;
import vn.phoihop.platform.test.Tokens;

/** An approval's account follows in Keycloak, and never holds the approval up. */
@QuarkusTest
@QuarkusTestResource(Peers.class)
class LiaisonAccountTest {

  WireMockServer keycloak;

  private UUID enterprise;
  private String email;

  @BeforeEach
  void a_designation() {
    enterprise = Given.activeEnterprise();
    email = "dau.moi." + UUID.randomUUID() + "@example.vn";
    KeycloakStubs.nobodyThere(keycloak, email);
  }

  @Test
  void an_approved_liaison_gets_an_account_and_an_invitation() throws Exception {
    String id = approved();
    awaitTasks(1, "done_at IS NOT NULL AND sealed IS NULL");
    keycloak.verify(
        postRequestedFor(urlPathEqualTo(REALM + "/users"))
            .withRequestBody(matchingJsonPath("$.username", equalTo(email)))
            .withRequestBody(matchingJsonPath("$.enabled", equalTo("true")))
            .withRequestBody(matchingJsonPath("$.firstName", absent()))
            .withRequestBody(
                matchingJsonPath("$.attributes.party[0]", equalTo(enterprise.toString())))
            .withRequestBody(matchingJsonPath("$.attributes.person[0]", equalTo(id)))
            .withRequestBody(matchingJsonPath("$.attributes.scope[1]", equalTo("REPORT"))));
    keycloak.verify(putRequestedFor(urlPathEqualTo(REALM + "/users/u-1/groups/g-1")));
    keycloak.verify(
        putRequestedFor(urlPathEqualTo(REALM + "/users/u-1/execute-actions-email"))
            .withRequestBody(equalToJson("[\"UPDATE_PASSWORD\"]")));
  }

  @Test
  void while_keycloak_is_away_the_approval_stands_and_the_account_comes_later() throws Exception {
    KeycloakStubs.away(keycloak);
    approved();
    awaitTasks(1, "attempts > 0 AND done_at IS NULL AND last_fault = 'KeycloakAway'");
    KeycloakStubs.nobodyThere(keycloak, email);
    awaitTasks(1, "done_at IS NOT NULL");
    keycloak.verify(
        1,
        postRequestedFor(urlPathEqualTo(REALM + "/users"))
            .withRequestBody(matchingJsonPath("$.username", equalTo(email))));
  }

  @Test
  void a_revoked_liaisons_account_is_closed() throws Exception {
    String id = approved();
    awaitTasks(1, "done_at IS NOT NULL");
    KeycloakStubs.somebodyThere(keycloak, email, enterprise.toString(), id);
    revoke(id);
    awaitTasks(2, "done_at IS NOT NULL");
    keycloak.verify(
        putRequestedFor(urlPathEqualTo(REALM + "/users/u-1"))
            .withRequestBody(matchingJsonPath("$.enabled", equalTo("false"))));
  }

  @Test
  void an_account_that_serves_another_designation_by_now_stays_open() throws Exception {
    String id = approved();
    awaitTasks(1, "done_at IS NOT NULL");
    KeycloakStubs.somebodyThere(
        keycloak, email, enterprise.toString(), UUID.randomUUID().toString());
    revoke(id);
    awaitTasks(2, "done_at IS NOT NULL");
    keycloak.verify(0, putRequestedFor(urlPathEqualTo(REALM + "/users/u-1")));
  }

  @Test
  void another_organisations_account_is_not_taken_away() throws Exception {
    KeycloakStubs.somebodyThere(
        keycloak, email, UUID.randomUUID().toString(), UUID.randomUUID().toString());
    approved();
    awaitTasks(1, "failed_at IS NOT NULL AND sealed IS NULL AND last_fault = 'AccountTaken'");
    keycloak.verify(0, putRequestedFor(urlPathEqualTo(REALM + "/users/u-1")));
  }

  private String approved() {
    String id =
        Given.underReview(
            enterprise, Given.designation("PRIMARY", email), Tokens.enterprise(enterprise));
    Given.department().post("/api/v1/designations/{id}/approve", id).then().statusCode(200);
    return id;
  }

  private static void revoke(String id) {
    Given.department()
        .body("{\"reasons\": [\"PERSON_LEFT\"]}")
        .post("/api/v1/designations/{id}/revoke", id)
        .then()
        .statusCode(200);
  }

  private void awaitTasks(int count, String that) {
    UUID subject = UUID.nameUUIDFromBytes(email.getBytes(StandardCharsets.UTF_8));
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertEquals(
                    count,
                    Database.count(
                        "SELECT count(*) FROM task WHERE subject_id = ? AND " + that, subject)));
  }
}
