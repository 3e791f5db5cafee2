package vn.phoihop.platform.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/**
 * Every operation of the service's own OpenAPI document, tried with every identity that may not
 * call it, and with strangers to the row by every role that may. A new operation is tested the day
 * it appears. Needs @QuarkusTest.
 */
public abstract class AccessMatrixTest {

  private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");
  private static final UUID STRANGER = UUID.fromString("00000000-0000-4000-8000-00000000f00d");
  private static final Map<String, String> PARTIES =
      Map.of(
          "department", "DEPARTMENT",
          "agency", "BORDER_GUARD",
          "enterprise", STRANGER.toString(),
          "auditor", "AUDITOR",
          "operator", "OPERATOR");

  private record Operation(String method, String path, List<String> roles, String mediaType) {
    @Override
    public String toString() {
      return method.toUpperCase(Locale.ROOT) + " " + path;
    }
  }

  /**
   * Objects that strangers must not reach: a path parameter's name and place ({@code
   * /incidents/{id}}) to the id of a row that neither the stranger enterprise nor the agency
   * BORDER_GUARD may see. A path not named gets a random id.
   */
  protected abstract Map<String, String> foreignIds();

  /** Operations that anybody may call, without a token; all others must refuse. */
  protected abstract Set<String> open();

  @Test
  void without_a_valid_token_everything_is_refused() {
    List<String> wrong = new ArrayList<>();
    Map<String, String> tokens = new LinkedHashMap<>();
    tokens.put("none", null);
    tokens.put("garbage", "not.a.token");
    tokens.put("expired", Tokens.expired("department", "DEPARTMENT"));
    tokens.put("wrong audience", Tokens.wrongAudience("department", "DEPARTMENT"));
    tokens.put("wrong issuer", Tokens.wrongIssuer("department", "DEPARTMENT"));
    tokens.put("HS256 with the public key", Tokens.hmacWithPublicKey("department", "DEPARTMENT"));
    tokens.put("party SYSTEM", Tokens.machine("department", "SYSTEM"));
    tokens.put("agency SYSTEM", Tokens.machine("agency", "SYSTEM"));
    tokens.put("agency of the Department", Tokens.machine("agency", "DEPARTMENT"));
    tokens.put("enterprise without id", Tokens.machine("enterprise", "POLICE"));
    tokens.put("unknown group", Tokens.machine("admin", "DEPARTMENT"));
    for (Operation operation : operations()) {
      if (open().contains(operation.toString())) {
        continue;
      }
      tokens.forEach(
          (kind, token) -> {
            Response response = call(operation, token, path(operation));
            if (response.statusCode() != 401
                || !response.contentType().startsWith("application/problem+json")) {
              wrong.add(operation + " with " + kind + ": " + response.statusCode());
            }
          });
    }
    assertEquals(List.of(), wrong);
  }

  @Test
  void a_role_that_is_not_named_is_refused_whatever_the_id() {
    List<String> wrong = new ArrayList<>();
    for (Operation operation : operations()) {
      if (open().contains(operation.toString())) {
        continue;
      }
      PARTIES.forEach(
          (role, party) -> {
            if (!operation.roles().contains(role)) {
              int status =
                  call(operation, Tokens.machine(role, party), path(operation)).statusCode();
              if (status != 403) {
                wrong.add(operation + " as " + role + ": " + status);
              }
            }
          });
    }
    assertEquals(List.of(), wrong);
  }

  @Test
  void a_role_that_is_named_does_not_reach_a_row_that_is_not_its_own() {
    List<String> wrong = new ArrayList<>();
    for (Operation operation : operations()) {
      for (String role : List.of("agency", "enterprise")) {
        if (operation.path().contains("{") && operation.roles().contains(role)) {
          Response response =
              call(operation, Tokens.machine(role, PARTIES.get(role)), path(operation));
          // 400 and 415: the body that this test sends is refused before the row is looked for.
          if (!Set.of(400, 403, 404, 415, 428).contains(response.statusCode())) {
            wrong.add(operation + " as a foreign " + role + ": " + response.statusCode());
          }
        }
      }
    }
    assertEquals(List.of(), wrong);
  }

  @Test
  void every_operation_is_in_the_matrix() {
    Set<String> unnamed = new TreeSet<>();
    for (Operation operation : operations()) {
      if (operation.roles().isEmpty() && !open().contains(operation.toString())) {
        unnamed.add(operation.toString());
      }
    }
    assertEquals(Set.of(), unnamed, "operations that name no role and are not open");
    assertFalse(operations().isEmpty());
  }

  private String path(Operation operation) {
    String path = operation.path();
    for (Map.Entry<String, String> foreign : foreignIds().entrySet()) {
      if (path.startsWith(foreign.getKey())) {
        path = path.replaceFirst("\\{[^}]+}", foreign.getValue());
      }
    }
    return path.replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
  }

  private static Response call(Operation operation, String token, String path) {
    RequestSpecification request = RestAssured.given();
    if (token != null) {
      request.auth().oauth2(token);
    }
    if (operation.mediaType() != null) {
      if (operation.mediaType().startsWith("multipart/")) {
        request.multiPart(
            "file", "file.txt", "text".getBytes(java.nio.charset.StandardCharsets.UTF_8));
      } else {
        request.contentType(operation.mediaType());
        // As bytes: REST Assured encodes text for the media types that it knows only.
        request.body(
            (operation.mediaType().contains("json") ? "{}" : "text")
                .getBytes(java.nio.charset.StandardCharsets.UTF_8));
      }
    }
    if (operation.method().equals("post")) {
      request.header("Idempotency-Key", UUID.randomUUID().toString());
    }
    return request.request(operation.method().toUpperCase(Locale.ROOT), path);
  }

  private static List<Operation> operations() {
    String document = RestAssured.get("/q/openapi?format=yaml").asString();
    Map<String, Map<String, Map<String, Map<String, Object>>>> root = new Yaml().load(document);
    List<Operation> operations = new ArrayList<>();
    root.get("paths")
        .forEach(
            (path, item) ->
                item.forEach(
                    (method, operation) -> {
                      if (METHODS.contains(method)) {
                        operations.add(operation(path, method, operation));
                      }
                    }));
    return operations;
  }

  @SuppressWarnings("unchecked")
  private static Operation operation(String path, String method, Map<String, Object> operation) {
    Map<String, Object> body = (Map<String, Object>) operation.get("requestBody");
    Map<String, Object> content = body == null ? null : (Map<String, Object>) body.get("content");
    return new Operation(
        method,
        path,
        (List<String>) operation.getOrDefault("x-roles", List.of()),
        content == null ? null : content.keySet().iterator().next());
  }
}
