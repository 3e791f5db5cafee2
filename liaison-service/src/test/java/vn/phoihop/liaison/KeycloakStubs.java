package vn.phoihop.liaison;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.http.Fault;

/** Keycloak as its admin API answers; the real one is met in deploy/acceptance. */
public final class KeycloakStubs {

  public static final String REALM = "/admin/realms/phoihop";
  private static final String TOKEN = "/realms/phoihop/protocol/openid-connect/token";

  private KeycloakStubs() {}

  /** A realm without our client: the first look finds none, the second the one that was made. */
  public static void emptyRealm(WireMockServer keycloak) {
    answering(keycloak);
    keycloak.stubFor(
        get(urlPathEqualTo(REALM + "/clients"))
            .inScenario("client")
            .whenScenarioStateIs(STARTED)
            .willReturn(okJson("[]")));
    keycloak.stubFor(
        post(urlPathEqualTo(REALM + "/clients"))
            .inScenario("client")
            .willSetStateTo("made")
            .willReturn(aResponse().withStatus(201)));
    keycloak.stubFor(
        get(urlPathEqualTo(REALM + "/clients"))
            .inScenario("client")
            .whenScenarioStateIs("made")
            .willReturn(okJson("[{\"id\": \"c-1\", \"clientId\": \"ent\"}]")));
  }

  /** A realm where nobody logs in with the address yet; other addresses are answered 404. */
  public static void nobodyThere(WireMockServer keycloak, String email) {
    answering(keycloak);
    keycloak.stubFor(
        userQuery(email).inScenario("user").whenScenarioStateIs(STARTED).willReturn(okJson("[]")));
    keycloak.stubFor(
        post(urlPathEqualTo(REALM + "/users"))
            .withRequestBody(matchingJsonPath("$.username", equalTo(email)))
            .inScenario("user")
            .willSetStateTo("made")
            .willReturn(aResponse().withStatus(201)));
    keycloak.stubFor(
        userQuery(email)
            .inScenario("user")
            .whenScenarioStateIs("made")
            .willReturn(okJson("[{\"id\": \"u-1\", \"enabled\": true}]")));
  }

  /** A realm where somebody logs in with the address already. */
  public static void somebodyThere(
      WireMockServer keycloak, String email, String party, String person) {
    answering(keycloak);
    keycloak.stubFor(
        userQuery(email)
            .willReturn(
                okJson(
                    """
                    [{"id": "u-1", "enabled": true, "attributes": {"party": ["%s"], "person": ["%s"]}}]"""
                        .formatted(party, person))));
  }

  private static MappingBuilder userQuery(String email) {
    return get(urlPathEqualTo(REALM + "/users"))
        .withQueryParam("username", equalTo(email))
        .withQueryParam("exact", equalTo("true"));
  }

  public static void away(WireMockServer keycloak) {
    keycloak.resetAll();
    keycloak.stubFor(
        any(anyUrl()).willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
  }

  private static void answering(WireMockServer keycloak) {
    keycloak.resetAll();
    keycloak.stubFor(
        post(urlPathEqualTo(TOKEN))
            .willReturn(okJson("{\"access_token\": \"admin-token\", \"expires_in\": 60}")));
    keycloak.stubFor(
        get(urlPathEqualTo(REALM + "/clients/c-1/service-account-user"))
            .willReturn(okJson("{\"id\": \"u-0\", \"username\": \"service-account-ent\"}")));
    keycloak.stubFor(
        post(urlPathEqualTo(REALM + "/clients/c-1/client-secret"))
            .willReturn(okJson("{\"type\": \"secret\", \"value\": \"fresh-secret\"}")));
    keycloak.stubFor(
        get(urlPathEqualTo(REALM + "/groups"))
            .willReturn(okJson("[{\"id\": \"g-1\", \"name\": \"enterprise\"}]")));
    keycloak.stubFor(
        put(urlPathMatching(REALM + "/users/.*")).willReturn(aResponse().withStatus(204)));
    keycloak.stubFor(
        get(urlPathMatching(REALM + "/users/[^/]+/credentials")).willReturn(okJson("[]")));
  }
}
