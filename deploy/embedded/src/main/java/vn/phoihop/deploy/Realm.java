package vn.phoihop.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/**
 * Brings the realm to what its files say: made whole if it is not there, else changed piece by
 * piece, since an import leaves an existing realm alone. What others made in it (enterprises'
 * clients, liaisons) stays.
 */
final class Realm {
  private static final String REALM = "/phoihop";

  private final KeycloakAdmin keycloak;
  private final RealmFiles files;
  private final Keys keys;

  Realm(Settings settings, Keys keys) {
    this.keycloak = new KeycloakAdmin(settings, keys);
    this.files = new RealmFiles(settings, keys);
    this.keys = keys;
  }

  void apply() {
    JsonNode wanted = files.realm();
    if (keycloak.find(REALM).isEmpty()) {
      keycloak.post("", wanted);
    } else {
      change(wanted);
    }
    keycloak.put(REALM + "/users/profile", files.userProfile());
    JsonNode accounts = files.accounts();
    accounts.get("persons").forEach(this::person);
    accounts.get("machines").forEach(this::machine);
  }

  private void change(JsonNode wanted) {
    ObjectNode settings = wanted.deepCopy();
    settings.remove(
        List.of(
            "groups",
            "clientScopes",
            "clients",
            "defaultDefaultClientScopes",
            "defaultOptionalClientScopes"));
    keycloak.put(REALM, settings);
    wanted.get("groups").forEach(group -> bring("/groups", "name", group));
    wanted.get("clientScopes").forEach(this::clientScope);
    wanted.get("clients").forEach(client -> bring("/clients", "clientId", client));
  }

  /** Makes or changes the one that the member names. */
  private String bring(String collection, String member, JsonNode wanted) {
    String name = wanted.get(member).asText();
    String path = REALM + collection;
    if (keycloak.find(path, member, name).isEmpty()) {
      keycloak.post(path, wanted);
    }
    String id = keycloak.find(path, member, name).orElseThrow().get("id").asText();
    keycloak.put(path + "/" + id, ((ObjectNode) wanted.deepCopy()).put("id", id));
    return id;
  }

  /** Keycloak ignores the mappers in a changed scope. */
  private void clientScope(JsonNode wanted) {
    String id = bring("/client-scopes", "name", wanted);
    String mappers = "/client-scopes/%s/protocol-mappers/models".formatted(id);
    wanted.get("protocolMappers").forEach(mapper -> bring(mappers, "name", mapper));
    String defaults = REALM + "/default-default-client-scopes";
    if (keycloak.find(defaults, "id", id).isEmpty()) {
      keycloak.put(defaults + "/" + id, Map.of());
    }
  }

  private void person(JsonNode wanted) {
    String name = wanted.get("username").asText();
    String byName = REALM + "/users?exact=true&username=" + name;
    if (keycloak.get(byName).isEmpty()) {
      keycloak.post(
          REALM + "/users",
          Map.of(
              "username",
              name,
              "email",
              wanted.get("email"),
              "emailVerified",
              true,
              "enabled",
              true,
              "attributes",
              wanted.get("attributes"),
              "credentials",
              List.of(Map.of("type", "password", "value", keys.person(name), "temporary", false))));
    }
    fill(keycloak.get(byName).get(0), wanted);
  }

  private void machine(JsonNode wanted) {
    String client = id("/clients?clientId=" + wanted.get("clientId").asText());
    JsonNode account = keycloak.get(REALM + "/clients/%s/service-account-user".formatted(client));
    fill(account, wanted);
    if (wanted.has("realmManagement")) {
      String management = id("/clients?clientId=realm-management");
      List<JsonNode> roles =
          wanted
              .get("realmManagement")
              .valueStream()
              .map(
                  role ->
                      keycloak.get(
                          REALM + "/clients/%s/roles/%s".formatted(management, role.asText())))
              .toList();
      keycloak.post(
          REALM
              + "/users/%s/role-mappings/clients/%s"
                  .formatted(account.get("id").asText(), management),
          roles);
    }
  }

  private void fill(JsonNode account, JsonNode wanted) {
    String user = REALM + "/users/" + account.get("id").asText();
    if (wanted.has("attributes")) {
      keycloak.put(
          user, ((ObjectNode) account.deepCopy()).set("attributes", wanted.get("attributes")));
    }
    if (wanted.has("group")) {
      String name = wanted.get("group").asText();
      String group =
          keycloak.find(REALM + "/groups", "name", name).orElseThrow().get("id").asText();
      keycloak.put(user + "/groups/" + group, Map.of());
    }
  }

  private String id(String query) {
    return keycloak.get(REALM + query).get(0).get("id").asText();
  }
}
