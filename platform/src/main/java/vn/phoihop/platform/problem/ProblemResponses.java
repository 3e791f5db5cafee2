package vn.phoihop.platform.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Builds the answer of a refusal, at whichever layer it happens. */
@Singleton
public class ProblemResponses {

  public static final String MEDIA_TYPE = "application/problem+json";

  private static final Pattern TRACEPARENT =
      Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}.*");

  private final ProblemTexts texts;
  private final ObjectMapper json;

  ProblemResponses(ProblemTexts texts, ObjectMapper json) {
    this.texts = texts;
    this.json = json;
  }

  /**
   * The answer as JAX-RS response; its entity is already JSON, so that no content negotiation can
   * change it.
   */
  Response response(ProblemException refusal, HttpServerRequest request, String traceId) {
    String language = language(request);
    Response.ResponseBuilder response =
        Response.status(refusal.type().status())
            .type(MEDIA_TYPE)
            .header(HttpHeaders.CONTENT_LANGUAGE, language)
            .entity(body(refusal, language, traceId));
    refusal.headers().forEach(response::header);
    return response.build();
  }

  /** The answer written at Vert.x's layer, before JAX-RS is reached. */
  public void write(ProblemException refusal, RoutingContext context) {
    String language = language(context.request());
    context
        .response()
        .setStatusCode(refusal.type().status())
        .putHeader(HttpHeaders.CONTENT_TYPE, MEDIA_TYPE)
        .putHeader(HttpHeaders.CONTENT_LANGUAGE, language);
    refusal.headers().forEach(context.response()::putHeader);
    context.response().end(body(refusal, language, traceId(context.request())));
  }

  /** The caller's trace (W3C Trace Context) where it sent one, else a new one. */
  static String traceId(HttpServerRequest request) {
    String traceparent = request.getHeader("traceparent");
    Matcher matcher = traceparent == null ? null : TRACEPARENT.matcher(traceparent);
    return matcher != null && matcher.matches()
        ? matcher.group(1)
        : UUID.randomUUID().toString().replace("-", "");
  }

  private static String language(HttpServerRequest request) {
    return ProblemTexts.language(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
  }

  private String body(ProblemException refusal, String language, String traceId) {
    List<Problem.Entry> errors =
        refusal.errors().stream()
            .map(
                error ->
                    new Problem.Entry(
                        error.pointer(),
                        error.code(),
                        texts.text(language, error.textKey(), error.args())))
            .toList();
    String slug = refusal.type().slug();
    Problem problem =
        new Problem(
            refusal.type().urn(),
            texts.text(language, slug + ".title", refusal.args()),
            refusal.type().status(),
            texts.text(language, slug + ".detail", refusal.args()),
            traceId,
            errors,
            refusal.members());
    try {
      return json.writeValueAsString(problem);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
