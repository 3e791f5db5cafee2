package vn.phoihop.platform.http;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.In;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;
import org.jspecify.annotations.Nullable;
import vn.phoihop.platform.problem.Refusal;

/**
 * Writes into the document what every operation does alike, so that no resource repeats it: who may
 * call ({@code x-roles}), the refusals that its shape makes possible, the Idempotency-Key of every
 * POST, and that bodies have no unknown members.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class OpenApiDoor implements OASFilter {

  private static final String IDEMPOTENCY_KEY = "Idempotency-Key";

  /** What the framework writes of its own accord where a resource says nothing. */
  private static final Set<String> NOTHING_SAID =
      Set.of("Bad Request", "Not Authorized", "Not Allowed");

  @Override
  public void filterOpenAPI(OpenAPI document) {
    document.getComponents().addSchema("Problem", problem());
    for (Refusal refusal : Refusal.values()) {
      document.getComponents().addResponse(refusal.component(), refusal.response());
    }
    document
        .getPaths()
        .getPathItems()
        .forEach((path, item) -> item.getOperations().forEach((m, o) -> complete(path, m, o)));
    RequestSchemas.close(document);
  }

  private static void complete(String path, HttpMethod method, Operation operation) {
    List<String> roles = roles(operation);
    if (!roles.isEmpty()) {
      operation.addExtension("x-roles", roles);
      refuse(operation, Refusal.UNAUTHENTICATED);
      refuse(operation, Refusal.FORBIDDEN);
    }
    if (method == HttpMethod.POST && !roles.isEmpty()) {
      describeIdempotencyKey(operation);
      refuse(operation, Refusal.CONFLICT);
      refuse(operation, Refusal.KEY_REUSED);
    }
    if (path.contains("{")) {
      refuse(operation, Refusal.NOT_FOUND);
    }
    if (operation.getRequestBody() != null) {
      refuse(operation, Refusal.TOO_LARGE);
      refuse(operation, Refusal.MEDIA_TYPE);
    }
    if (parameter(operation, In.HEADER, "If-Match") != null) {
      refuse(operation, Refusal.STALE);
      if (method != HttpMethod.POST) {
        refuse(operation, Refusal.IF_MATCH_REQUIRED);
      }
    }
    if (operation.getRequestBody() != null
        || (operation.getParameters() != null && !operation.getParameters().isEmpty())) {
      refuse(operation, Refusal.INVALID);
    }
    refuse(operation, Refusal.TOO_MANY_REQUESTS);
    refuse(operation, Refusal.UNAVAILABLE);
  }

  private static List<String> roles(Operation operation) {
    if (operation.getSecurity() == null) {
      return List.of();
    }
    return operation.getSecurity().stream()
        .map(SecurityRequirement::getSchemes)
        .flatMap(schemes -> schemes.values().stream())
        .filter(Objects::nonNull)
        .flatMap(List::stream)
        .distinct()
        .sorted()
        .toList();
  }

  private static @Nullable Parameter parameter(Operation operation, In in, String name) {
    return operation.getParameters() == null
        ? null
        : operation.getParameters().stream()
            .filter(p -> p.getIn() == in && name.equalsIgnoreCase(p.getName()))
            .findFirst()
            .orElse(null);
  }

  /** A resource that requires the key declares it; what it is stands here for all. */
  private static void describeIdempotencyKey(Operation operation) {
    Parameter key = parameter(operation, In.HEADER, IDEMPOTENCY_KEY);
    if (key == null) {
      key = OASFactory.createParameter().name(IDEMPOTENCY_KEY).in(In.HEADER);
      operation.addParameter(key);
    }
    key.description(
            "makes a repetition safe: the same request under the same key gets the same answer for 48 hours")
        .schema(OASFactory.createSchema().addType(SchemaType.STRING).minLength(1).maxLength(255));
  }

  /** Where a resource has words of its own for a refusal, they stay. */
  private static void refuse(Operation operation, Refusal refusal) {
    String code = Integer.toString(refusal.status());
    APIResponse said = operation.getResponses().getAPIResponse(code);
    if (said == null || NOTHING_SAID.contains(said.getDescription())) {
      operation
          .getResponses()
          .addAPIResponse(
              code,
              OASFactory.createAPIResponse().ref("#/components/responses/" + refusal.component()));
    } else if (said.getContent() == null) {
      said.content(refusal.content());
    }
  }

  private static Schema problem() {
    Schema error =
        object()
            .addProperty(
                "pointer",
                text(
                    "JSON Pointer into the body, or header:Name, query:name, path:name",
                    "/indicators/0/value"))
            .addProperty("code", text("stable code of the fault", "REQUIRED"))
            .addProperty(
                "message", text("for people, in the answer's language", "This field is required."))
            .required(List.of("pointer", "code", "message"));
    return object()
        .description(
            "RFC 9457 problem document; title and detail in Vietnamese or English by Accept-Language")
        .addProperty("type", text("stable kind of the refusal", "urn:phoihop:problem:invalid"))
        .addProperty("title", text("short, for people", "Invalid request"))
        .addProperty(
            "status",
            OASFactory.createSchema().addType(SchemaType.INTEGER).description("the HTTP status"))
        .addProperty(
            "detail",
            text("for people", "One or more fields are not valid; errors says which and why."))
        .addProperty(
            "traceId", text("names the refusal in our logs", "0af7651916cd43dd8448eb211c80319c"))
        .addProperty("state", text("409: the object's state now", "CLOSED"))
        .addProperty(
            "allowed",
            array(text("a verb", "reopen")).description("409: what can be done in this state"))
        .addProperty("errors", array(error).description("what is wrong, field by field"))
        .required(List.of("type", "title", "status", "traceId"));
  }

  private static Schema object() {
    return OASFactory.createSchema().addType(SchemaType.OBJECT);
  }

  private static Schema array(Schema items) {
    return OASFactory.createSchema().addType(SchemaType.ARRAY).items(items);
  }

  private static Schema text(String description, String example) {
    return OASFactory.createSchema()
        .addType(SchemaType.STRING)
        .description(description)
        .examples(List.of(example));
  }
}
