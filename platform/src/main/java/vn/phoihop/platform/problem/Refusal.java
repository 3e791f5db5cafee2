package vn.phoihop.platform.problem;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * The refusals of {@link CommonProblem} as the OpenAPI documents show them, each with an example.
 */
public enum Refusal {
  INVALID(CommonProblem.INVALID, "malformed or not valid; `errors` names the fields"),
  UNAUTHENTICATED(CommonProblem.UNAUTHENTICATED, "no valid access token"),
  FORBIDDEN(CommonProblem.FORBIDDEN, "the caller's role may not do this"),
  NOT_FOUND(CommonProblem.NOT_FOUND, "no such object that the caller may see"),
  CONFLICT(
      CommonProblem.FORBIDDEN_TRANSITION,
      "not possible in this state (`allowed` says what is), or there already"),
  STALE(CommonProblem.PRECONDITION_FAILED, "`If-Match` is stale"),
  TOO_LARGE(CommonProblem.TOO_LARGE, "the body is too large"),
  MEDIA_TYPE(CommonProblem.UNSUPPORTED_MEDIA_TYPE, "the body's media type is not accepted"),
  KEY_REUSED(CommonProblem.KEY_REUSED, "the `Idempotency-Key` was used with another request"),
  IF_MATCH_REQUIRED(CommonProblem.PRECONDITION_REQUIRED, "`If-Match` is required"),
  TOO_MANY_REQUESTS(
      CommonProblem.TOO_MANY_REQUESTS,
      "more requests than a client may send, or more than 16 files of a party at a time; `Retry-After` says when to try again"),
  UNAVAILABLE(
      CommonProblem.UNAVAILABLE,
      "a part that is needed is away; `Retry-After` says when to try again");

  private final CommonProblem problem;
  private final String description;

  Refusal(CommonProblem problem, String description) {
    this.problem = problem;
    this.description = description;
  }

  public int status() {
    return problem.status();
  }

  /** Its name among the document's {@code components/responses}. */
  public String component() {
    return Arrays.stream(name().split("_"))
        .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
        .collect(Collectors.joining());
  }

  public APIResponse response() {
    APIResponse response =
        OASFactory.createAPIResponse().description(description).content(content());
    if (this == UNAVAILABLE || this == TOO_MANY_REQUESTS) {
      response.addHeader(
          "Retry-After",
          OASFactory.createHeader()
              .description("seconds")
              .schema(OASFactory.createSchema().addType(SchemaType.INTEGER)));
    }
    return response;
  }

  public Content content() {
    return OASFactory.createContent()
        .addMediaType(
            "application/problem+json",
            OASFactory.createMediaType()
                .schema(OASFactory.createSchema().ref("#/components/schemas/Problem"))
                .example(example()));
  }

  private Map<String, Object> example() {
    ProblemTexts texts = new ProblemTexts();
    Map<String, Object> example = new LinkedHashMap<>();
    example.put("type", problem.urn());
    example.put("title", texts.text("en", problem.slug() + ".title", List.of()));
    example.put("status", problem.status());
    example.put("detail", texts.text("en", problem.slug() + ".detail", List.of("CLOSED")));
    example.put("traceId", "0af7651916cd43dd8448eb211c80319c");
    if (this == INVALID) {
      // Written in this order: the documents are compared as text.
      Map<String, Object> error = new LinkedHashMap<>();
      error.put("pointer", "/summary");
      error.put("message", texts.text("en", "error.REQUIRED", List.of()));
      error.put("code", "REQUIRED");
      example.put("errors", List.of(error));
    }
    if (this == CONFLICT) {
      example.put("state", "CLOSED");
      example.put("allowed", List.of("reopen"));
    }
    return example;
  }
}
