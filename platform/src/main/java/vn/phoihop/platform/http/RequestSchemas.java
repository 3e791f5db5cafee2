package vn.phoihop.platform.http;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Says of what callers send that it has no other members: an unknown one is refused
 * (UNKNOWN_FIELD), so that a misspelt field is not a lost one. What services answer may gain
 * members within a version, and says nothing.
 */
final class RequestSchemas {

  private static final String SCHEMAS = "#/components/schemas/";

  private final Map<String, Schema> schemas;

  private RequestSchemas(Map<String, Schema> schemas) {
    this.schemas = schemas;
  }

  static void close(OpenAPI document) {
    Map<String, Schema> named = document.getComponents().getSchemas();
    if (named == null) {
      return;
    }
    RequestSchemas all = new RequestSchemas(named);
    Set<String> sent = new HashSet<>();
    Set<String> answered = new HashSet<>();
    for (PathItem path : document.getPaths().getPathItems().values()) {
      for (Operation operation : path.getOperations().values()) {
        if (operation.getRequestBody() != null) {
          all.collect(operation.getRequestBody().getContent(), sent);
        }
        operation
            .getResponses()
            .getAPIResponses()
            .values()
            .forEach(response -> all.collect(response.getContent(), answered));
      }
    }
    sent.removeAll(answered);
    for (String name : sent) {
      Schema schema = Objects.requireNonNull(named.get(name));
      if (schema.getProperties() != null && schema.getAdditionalPropertiesSchema() == null) {
        schema.setAdditionalPropertiesBoolean(false);
      }
    }
  }

  private void collect(@Nullable Content content, Set<String> into) {
    if (content != null) {
      content.getMediaTypes().values().stream()
          .map(MediaType::getSchema)
          .filter(Objects::nonNull)
          .forEach(schema -> collect(schema, into));
    }
  }

  private void collect(Schema schema, Set<String> into) {
    String ref = schema.getRef();
    if (ref != null && ref.startsWith(SCHEMAS)) {
      String name = ref.substring(SCHEMAS.length());
      Schema target = schemas.get(name);
      if (target != null && into.add(name)) {
        collect(target, into);
      }
    }
    parts(schema).forEach(part -> collect(part, into));
  }

  private static Stream<Schema> parts(Schema schema) {
    Map<String, Schema> properties = schema.getProperties();
    return Stream.of(
            properties == null ? List.<Schema>of() : properties.values(),
            orEmpty(schema.getAllOf()),
            orEmpty(schema.getAnyOf()),
            orEmpty(schema.getOneOf()),
            schema.getItems() == null ? List.<Schema>of() : List.of(schema.getItems()),
            schema.getAdditionalPropertiesSchema() == null
                ? List.<Schema>of()
                : List.of(schema.getAdditionalPropertiesSchema()))
        .flatMap(Collection::stream);
  }

  private static List<Schema> orEmpty(@Nullable List<Schema> schemas) {
    return schemas == null ? List.of() : schemas;
  }
}
