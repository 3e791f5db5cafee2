package vn.phoihop.platform.http;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.In;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;
import org.jspecify.annotations.Nullable;

/**
 * Writes into the document what every operation does alike, so that no resource repeats it: who may
 * call ({@code x-roles}), the refusals that its shape makes possible, and the Idempotency-Key of
 * every POST.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class OpenApiDoor implements OASFilter {

  private static final String IDEMPOTENCY_KEY = "Idempotency-Key";
  private static final Map<Integer, String> REFUSALS =
      Map.of(
          400, "malformed or not valid; `errors` names the fields",
          401, "no valid access token",
          403, "the caller's role may not do this",
          404, "no such object that the caller may see",
          409, "not possible in this state (`allowed` says what is), or there already",
          412, "`If-Match` is stale",
          413, "the body is too large",
          415, "the body's media type is not accepted",
          422, "the `Idempotency-Key` was used with another request",
          428, "`If-Match` is required");

  @Override
  public void filterOpenAPI(OpenAPI document) {
    document.getComponents().addSchema("Problem", problem());
    document
        .getPaths()
        .getPathItems()
        .forEach((path, item) -> item.getOperations().forEach((m, o) -> complete(path, m, o)));
  }

  private static void complete(String path, HttpMethod method, Operation operation) {
    List<String> roles = roles(operation);
    if (!roles.isEmpty()) {
      operation.addExtension("x-roles", roles);
      refuse(operation, 401);
      refuse(operation, 403);
    }
    if (method == HttpMethod.POST && !roles.isEmpty()) {
      if (parameter(operation, In.HEADER, IDEMPOTENCY_KEY) == null) {
        operation.addParameter(idempotencyKey());
      }
      refuse(operation, 409);
      refuse(operation, 422);
    }
    if (path.contains("{")) {
      refuse(operation, 404);
    }
    if (operation.getRequestBody() != null) {
      refuse(operation, 413);
      refuse(operation, 415);
    }
    if (parameter(operation, In.HEADER, "If-Match") != null) {
      refuse(operation, 412);
      if (method != HttpMethod.POST) {
        refuse(operation, 428);
      }
    }
    if (operation.getRequestBody() != null
        || (operation.getParameters() != null && !operation.getParameters().isEmpty())) {
      refuse(operation, 400);
    }
    operation
        .getResponses()
        .addAPIResponse(
            "503",
            OASFactory.createAPIResponse()
                .description("a part that is needed is away; `Retry-After` says when to try again")
                .content(content())
                .addHeader(
                    "Retry-After",
                    OASFactory.createHeader()
                        .description("seconds")
                        .schema(OASFactory.createSchema().addType(SchemaType.INTEGER))));
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

  private static Parameter idempotencyKey() {
    return OASFactory.createParameter()
        .name(IDEMPOTENCY_KEY)
        .in(In.HEADER)
        .description(
            "makes a repetition safe: the same request under the same key gets the same answer for 48 hours")
        .schema(OASFactory.createSchema().addType(SchemaType.STRING).minLength(1).maxLength(255));
  }

  private static void refuse(Operation operation, int status) {
    String code = Integer.toString(status);
    if (operation.getResponses().getAPIResponse(code) == null) {
      operation
          .getResponses()
          .addAPIResponse(
              code,
              OASFactory.createAPIResponse().description(REFUSALS.get(status)).content(content()));
    } else if (operation.getResponses().getAPIResponse(code).getContent() == null) {
      operation.getResponses().getAPIResponse(code).content(content());
    }
  }

  private static Content content() {
    return OASFactory.createContent()
        .addMediaType(
            "application/problem+json",
            OASFactory.createMediaType()
                .schema(OASFactory.createSchema().ref("#/components/schemas/Problem")));
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
