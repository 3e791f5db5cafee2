package vn.phoihop.platform.test;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/**
 * The committed document is what the service says of itself, and says enough: a frontend team has
 * nothing else. With -Popenapi the committed one is written anew. Needs @QuarkusTest.
 */
public abstract class OpenApiDocumentTest {

  private final String service;

  protected OpenApiDocumentTest(String service) {
    this.service = service;
  }

  @Test
  void the_committed_document_is_the_services_own() throws IOException {
    String actual = RestAssured.get("/q/openapi?format=yaml").asString();
    Files.createDirectories(Path.of("target/openapi"));
    Files.writeString(Path.of("target/openapi", service + ".yaml"), actual);
    Path committed = Docs.path("openapi", service + ".yaml");
    if (Boolean.getBoolean("phoihop.openapi.update")) {
      Files.createDirectories(committed.getParent());
      Files.writeString(committed, actual);
    }
    assertEquals(
        Files.readString(committed),
        actual,
        "docs/openapi is stale: ./mvnw -pl " + service + "-service -am verify -Popenapi");
  }

  @Test
  void every_operation_is_described() {
    Map<String, Map<String, Object>> paths =
        new Yaml().<Map<String, Map<String, Map<String, Object>>>>load(document()).get("paths");
    List<String> thin = new ArrayList<>();
    paths.forEach(
        (path, item) ->
            item.forEach(
                (method, value) -> {
                  if (value instanceof Map<?, ?> operation && operation.containsKey("responses")) {
                    for (String needed : List.of("summary", "description", "operationId")) {
                      if (!operation.containsKey(needed)) {
                        thin.add(method + " " + path + ": no " + needed);
                      }
                    }
                    ((Map<?, ?>) operation.get("responses"))
                        .forEach(
                            (status, response) -> {
                              if (answersWithoutShape((Map<?, ?>) response)) {
                                thin.add(method + " " + path + " " + status + ": no schema");
                              }
                            });
                  }
                }));
    assertEquals(List.of(), thin);
  }

  private static boolean answersWithoutShape(Map<?, ?> response) {
    return response.get("content") instanceof Map<?, ?> content
        && content.values().stream().anyMatch(media -> !((Map<?, ?>) media).containsKey("schema"));
  }

  private static String document() {
    return RestAssured.get("/q/openapi?format=yaml").asString();
  }
}
