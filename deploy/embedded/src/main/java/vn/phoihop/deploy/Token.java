package vn.phoihop.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * deploy/token: access tokens for people at a keyboard and for the demo. The bootstrap
 * administrator looks up a client's secret and gives a liaison a password, as only the embedded
 * stack may.
 */
public final class Token {
  private static final List<String> PERSONS =
      List.of(
          "department",
          "department2",
          "police",
          "police2",
          "customs",
          "trade",
          "auditor",
          "operator");
  private static final String REALM = "phoihop";

  private final Settings settings;
  private final Keys keys;
  private final KeycloakAdmin admin;

  public Token(Settings settings) {
    this.settings = settings;
    this.keys = new Keys(settings.data());
    this.admin = new KeycloakAdmin(settings, keys);
  }

  static void print(Settings settings, List<String> options) {
    if (options.size() != 1) {
      throw new Failure(
          "usage: deploy/token NAME, where NAME is one of %s, an enterprise's client id (ent-...), "
                  .formatted(String.join(", ", PERSONS))
              + "an agency's (agency-police ...), or a liaison's e-mail address");
    }
    System.out.println(new Token(settings).of(options.get(0)));
  }

  public String of(String name) {
    if (PERSONS.contains(name)) {
      return password(name);
    }
    return name.contains("@") ? liaison(name) : machine(name);
  }

  private String password(String name) {
    return KeycloakAdmin.token(
        settings,
        REALM,
        Map.of(
            "grant_type",
            "password",
            "client_id",
            "phoihop-direct",
            "username",
            name,
            "password",
            keys.person(name)));
  }

  private String machine(String clientId) {
    JsonNode client =
        first("/clients?clientId=" + encoded(clientId))
            .orElseThrow(
                () ->
                    new Failure(
                        "nobody is called '%s': neither a person of the realm nor a client"
                            .formatted(clientId)));
    if (!client.path("serviceAccountsEnabled").asBoolean()) {
      throw new Failure("'%s' is not a machine's client".formatted(clientId));
    }
    JsonNode secret =
        admin.get("/%s/clients/%s/client-secret".formatted(REALM, client.get("id").asText()));
    return KeycloakAdmin.token(
        settings,
        REALM,
        Map.of(
            "grant_type",
            "client_credentials",
            "client_id",
            clientId,
            "client_secret",
            secret.get("value").asText()));
  }

  /** A liaison is invited by e-mail to choose a password; here one is chosen for them. */
  private String liaison(String email) {
    JsonNode user =
        first("/users?exact=true&email=" + encoded(email))
            .orElseThrow(() -> new Failure("nobody has the e-mail address '%s'".formatted(email)));
    String path = "/%s/users/%s".formatted(REALM, user.get("id").asText());
    admin.put(
        path + "/reset-password",
        Map.of("type", "password", "value", keys.person(email), "temporary", false));
    ObjectNode ready = user.deepCopy();
    ready.putArray("requiredActions");
    admin.put(path, ready);
    return password(email);
  }

  private Optional<JsonNode> first(String query) {
    JsonNode found = admin.get("/" + REALM + query);
    return found.isEmpty() ? Optional.empty() : Optional.of(found.get(0));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
