package vn.phoihop.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RealmFilesTest {
  @TempDir Path data;
  private RealmFiles files;
  private Keys keys;

  @BeforeEach
  void open() {
    keys = new Keys(data);
    files = new RealmFiles(new Settings(data, data, data, 100), keys);
  }

  @Test
  void tokensAreRs256AndLiveFiveMinutesAndNobodyRegisters() {
    JsonNode realm = files.realm();
    assertEquals("RS256", realm.get("defaultSignatureAlgorithm").asText());
    assertEquals(300, realm.get("accessTokenLifespan").asInt());
    assertFalse(realm.get("registrationAllowed").asBoolean());
    assertTrue(realm.get("bruteForceProtected").asBoolean());
    assertEquals("2625", realm.at("/smtpServer/port").asText());
  }

  @Test
  void noPlaceholderIsLeftAndEverySecretIsTheKeptOne() {
    JsonNode realm = files.realm();
    assertFalse(realm.toString().contains("${"), realm.toString());
    for (JsonNode client : realm.get("clients")) {
      if (!client.get("publicClient").asBoolean()) {
        assertEquals(
            RealmFiles.secret(keys, client.get("clientId").asText()),
            client.get("secret").asText());
      }
    }
  }

  @Test
  void theOneDefaultScopeCarriesEveryClaimThatTheServicesRead() {
    JsonNode realm = files.realm();
    assertEquals("[\"phoihop\"]", realm.get("defaultDefaultClientScopes").toString());
    JsonNode scope = realm.at("/clientScopes/0");
    Set<String> mappers =
        scope
            .get("protocolMappers")
            .valueStream()
            .map(mapper -> mapper.get("name").asText())
            .collect(Collectors.toSet());
    assertTrue(
        mappers.containsAll(
            List.of("sub", "audience", "groups", "party", "person", "scope", "duties")));
  }

  @Test
  void theBrowserClientProvesItselfByPkceAndTakesNoPasswords() {
    JsonNode web = client("phoihop-web");
    assertEquals("S256", web.at("/attributes/pkce.code.challenge.method").asText());
    assertFalse(web.get("directAccessGrantsEnabled").asBoolean());
  }

  @Test
  void nobodyEditsHisOwnPartyPersonScopeOrDuties() {
    Map<String, JsonNode> attributes =
        files
            .userProfile()
            .get("attributes")
            .valueStream()
            .collect(Collectors.toMap(one -> one.get("name").asText(), one -> one));
    for (String name : List.of("party", "person", "scope", "duties")) {
      assertEquals("[\"admin\"]", attributes.get(name).at("/permissions/view").toString());
      assertEquals("[\"admin\"]", attributes.get(name).at("/permissions/edit").toString());
    }
    assertFalse(attributes.get("firstName").has("required"));
    assertFalse(attributes.get("lastName").has("required"));
  }

  @Test
  void everyPersonHasAGroupAPartyAndAPersonIdOfItsOwn() {
    Set<UUID> ids = new HashSet<>();
    for (JsonNode person : files.accounts().get("persons")) {
      assertTrue(ids.add(UUID.fromString(person.at("/attributes/person/0").asText())));
      assertFalse(person.at("/attributes/party/0").asText().isEmpty());
      assertTrue(
          files
              .realm()
              .get("groups")
              .valueStream()
              .anyMatch(group -> group.get("name").equals(person.get("group"))));
    }
    assertEquals(8, ids.size());
  }

  private JsonNode client(String id) {
    return files
        .realm()
        .get("clients")
        .valueStream()
        .filter(client -> client.get("clientId").asText().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
