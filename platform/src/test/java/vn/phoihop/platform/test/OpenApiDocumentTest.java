package vn.phoihop.platform.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
    List<String> thin = new ArrayList<>();
    for (Operation operation : operations(new Yaml().load(document()))) {
      for (String needed : List.of("summary", "description", "operationId")) {
        if (!operation.value().containsKey(needed)) {
          thin.add(operation.name() + ": no " + needed);
        }
      }
      ((Map<?, ?>) operation.value().get("responses"))
          .forEach(
              (status, response) -> {
                if (answersWithoutShape((Map<?, ?>) response)) {
                  thin.add(operation.name() + " " + status + ": no schema");
                }
              });
    }
    assertEquals(List.of(), thin);
  }

  @Test
  void every_list_is_paged() {
    Map<String, Object> document = new Yaml().load(document());
    List<String> whole = new ArrayList<>();
    int lists = 0;
    for (Operation operation : operations(document)) {
      if (answersPage(document, operation.value())) {
        lists++;
        for (String needed : List.of("limit", "cursor")) {
          if (!takes(operation.value(), needed)) {
            whole.add(operation.name() + ": no " + needed);
          }
        }
      }
    }
    assertEquals(List.of(), whole);
    assertTrue(lists > 0);
  }

  /** Services refuse an unknown member; who has only the document must know it from there. */
  @Test
  void what_is_only_sent_has_no_other_members() {
    Map<String, Object> document = new Yaml().load(document());
    List<String> open = new ArrayList<>();
    int bodies = 0;
    for (Operation operation : operations(document)) {
      if (operation.value().get("requestBody") instanceof Map<?, ?> body
          && ((Map<?, ?>) body.get("content")).get("application/json") instanceof Map<?, ?> json
          && ((Map<?, ?>) json.get("schema")).get("$ref") instanceof String reference) {
        Map<?, ?> schema = resolved(document, Map.of("$ref", reference));
        boolean answered =
            occurrences(document, reference) > occurrencesAsBody(document, reference);
        bodies++;
        if (!answered && !Boolean.FALSE.equals(schema.get("additionalProperties"))) {
          open.add(operation.name());
        }
      }
    }
    assertEquals(List.of(), open);
    assertTrue(bodies > 0);
  }

  private static long occurrences(Object node, String reference) {
    if (node instanceof Map<?, ?> map) {
      return map.values().stream().mapToLong(value -> occurrences(value, reference)).sum();
    }
    if (node instanceof List<?> list) {
      return list.stream().mapToLong(value -> occurrences(value, reference)).sum();
    }
    return reference.equals(node) ? 1 : 0;
  }

  private static long occurrencesAsBody(Map<String, Object> document, String reference) {
    return operations(document).stream()
        .mapToLong(operation -> occurrences(operation.value().get("requestBody"), reference))
        .sum();
  }

  private record Operation(String name, Map<?, ?> value) {}

  private static List<Operation> operations(Map<String, Object> document) {
    List<Operation> found = new ArrayList<>();
    ((Map<?, ?>) document.get("paths"))
        .forEach(
            (path, item) ->
                ((Map<?, ?>) item)
                    .forEach(
                        (method, value) -> {
                          if (value instanceof Map<?, ?> operation
                              && operation.containsKey("responses")) {
                            found.add(new Operation(method + " " + path, operation));
                          }
                        }));
    return found;
  }

  private static boolean answersPage(Map<String, Object> document, Map<?, ?> operation) {
    return ((Map<?, ?>) operation.get("responses")).get("200") instanceof Map<?, ?> answer
        && answer.get("content") instanceof Map<?, ?> content
        && content.values().stream()
            .map(media -> resolved(document, (Map<?, ?>) ((Map<?, ?>) media).get("schema")))
            .anyMatch(OpenApiDocumentTest::isPage);
  }

  private static Map<?, ?> resolved(Map<String, Object> document, Map<?, ?> schema) {
    if (!(schema.get("$ref") instanceof String reference)) {
      return schema;
    }
    Map<?, ?> found = document;
    for (String step : reference.substring("#/".length()).split("/")) {
      found = (Map<?, ?>) found.get(step);
    }
    return found;
  }

  /** An answer that is a bare array is a list too, and never a page. */
  private static boolean isPage(Map<?, ?> schema) {
    return "array".equals(schema.get("type"))
        || (schema.get("properties") instanceof Map<?, ?> properties
            && properties.containsKey("items")
            && properties.containsKey("next"));
  }

  private static boolean takes(Map<?, ?> operation, String parameter) {
    return operation.get("parameters") instanceof List<?> parameters
        && parameters.stream()
            .anyMatch(
                each ->
                    each instanceof Map<?, ?> taken
                        && parameter.equals(taken.get("name"))
                        && "query".equals(taken.get("in")));
  }

  private static boolean answersWithoutShape(Map<?, ?> response) {
    return response.get("content") instanceof Map<?, ?> content
        && content.values().stream().anyMatch(media -> !((Map<?, ?>) media).containsKey("schema"));
  }

  private static String document() {
    return RestAssured.get("/q/openapi?format=yaml").asString();
  }
}
