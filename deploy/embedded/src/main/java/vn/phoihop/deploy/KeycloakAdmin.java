package vn.phoihop.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Keycloak's admin API, as the bootstrap administrator. */
final class KeycloakAdmin {
  static final JsonMapper JSON = new JsonMapper();
  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  private final Settings settings;
  private final Keys keys;
  private String bearer = "";

  KeycloakAdmin(Settings settings, Keys keys) {
    this.settings = settings;
    this.keys = keys;
  }

  /** A token of any realm; what Keycloak says instead becomes the failure. */
  static String token(Settings settings, String realm, Map<String, String> form) {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(
                    settings.url(Port.KEYCLOAK)
                        + "/realms/%s/protocol/openid-connect/token".formatted(realm)))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .timeout(TIMEOUT)
            .POST(BodyPublishers.ofString(encoded(form)))
            .build();
    JsonNode answer = parse(send(request).body());
    if (!answer.hasNonNull("access_token")) {
      throw new Failure(
          "Keycloak gives no token: %s"
              .formatted(answer.path("error_description").asText(answer.path("error").asText())));
    }
    return answer.get("access_token").asText();
  }

  /** The node at a path below /admin/realms, unless there is none (404). */
  Optional<JsonNode> find(String path) {
    HttpResponse<String> response = call("GET", path, "");
    return response.statusCode() == 404
        ? Optional.empty()
        : Optional.of(parse(checked(path, response).body()));
  }

  JsonNode get(String path) {
    return find(path).orElseThrow(() -> new Failure("Keycloak has no " + path));
  }

  /** The element of a list whose member has the value. */
  Optional<JsonNode> find(String path, String member, String value) {
    return StreamSupport.stream(get(path).spliterator(), false)
        .filter(node -> node.path(member).asText().equals(value))
        .findFirst();
  }

  void post(String path, Object body) {
    checked(path, call("POST", path, write(body)));
  }

  void put(String path, Object body) {
    checked(path, call("PUT", path, write(body)));
  }

  private HttpResponse<String> call(String method, String path, String body) {
    HttpResponse<String> response = send(request(method, path, body));
    if (response.statusCode() == 401) { // none yet, or one minute has passed
      bearer =
          token(
              settings,
              "master",
              Map.of(
                  "grant_type", "password",
                  "client_id", "admin-cli",
                  "username", "admin",
                  "password", keys.machine(KeycloakPart.ADMIN_PASSWORD)));
      response = send(request(method, path, body));
    }
    return response;
  }

  private HttpRequest request(String method, String path, String body) {
    return HttpRequest.newBuilder(URI.create(settings.url(Port.KEYCLOAK) + "/admin/realms" + path))
        .header("Authorization", "Bearer " + bearer)
        .header("Content-Type", "application/json")
        .timeout(TIMEOUT)
        .method(method, BodyPublishers.ofString(body))
        .build();
  }

  private static HttpResponse<String> checked(String path, HttpResponse<String> response) {
    if (response.statusCode() / 100 != 2) {
      throw new Failure(
          "Keycloak answers %d at %s: %s".formatted(response.statusCode(), path, response.body()));
    }
    return response;
  }

  private static HttpResponse<String> send(HttpRequest request) {
    try {
      return Http.CLIENT.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new Failure("Keycloak does not answer at %s: %s".formatted(request.uri(), e), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure("interrupted while asking Keycloak", e);
    }
  }

  private static String encoded(Map<String, String> form) {
    return form.entrySet().stream()
        .map(
            field ->
                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  private static JsonNode parse(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new Failure("Keycloak does not answer in JSON: " + text, e);
    }
  }

  private static String write(Object body) {
    try {
      return JSON.writeValueAsString(body);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
