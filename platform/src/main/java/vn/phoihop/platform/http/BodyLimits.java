package vn.phoihop.platform.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import vn.phoihop.platform.problem.CommonProblem;
import vn.phoihop.platform.problem.ProblemException;
import vn.phoihop.platform.problem.ProblemResponses;

/**
 * The server's own limit is one for all and as large as evidence; JSON is refused far below it: by
 * Content-Length before a byte is read, else by counting. Also answers what fails before JAX-RS is
 * reached.
 */
@Provider
@Singleton
class BodyLimits implements ReaderInterceptor {

  private static final int BEFORE_EVERYTHING = 1_000;

  private final ProblemResponses responses;
  private final long jsonBytes;

  BodyLimits(
      ProblemResponses responses,
      @ConfigProperty(name = "phoihop.limits.json-bytes", defaultValue = "1048576")
          long jsonBytes) {
    this.responses = responses;
    this.jsonBytes = jsonBytes;
  }

  void refuseByLength(@Observes Filters filters) {
    filters.register(
        context -> {
          if (isJson(context.request()) && length(context.request()) > jsonBytes) {
            // The rest of the body is not read: the connection cannot be used again.
            context.response().putHeader(HttpHeaders.CONNECTION, "close");
            responses.write(tooLarge(jsonBytes), context);
          } else {
            context.next();
          }
        },
        BEFORE_EVERYTHING);
  }

  void answerFailuresOfTheServer(@Observes Router router) {
    Map<Integer, CommonProblem> problems =
        Map.of(
            400, CommonProblem.MALFORMED,
            404, CommonProblem.NOT_FOUND,
            405, CommonProblem.METHOD_NOT_ALLOWED,
            413, CommonProblem.TOO_LARGE,
            415, CommonProblem.UNSUPPORTED_MEDIA_TYPE);
    problems.forEach(
        (status, problem) -> router.errorHandler(status, context -> answer(problem, context)));
  }

  private void answer(CommonProblem problem, RoutingContext context) {
    if (!context.response().ended() && !context.response().headWritten()) {
      responses.write(ProblemException.of(problem), context);
    }
  }

  @Override
  public @Nullable Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    if (context.getMediaType() != null
        && context.getMediaType().getSubtype().endsWith("json")
        && !context.getMediaType().getSubtype().contains("ndjson")) {
      context.setInputStream(new CountedInput(context.getInputStream(), jsonBytes));
    }
    return context.proceed();
  }

  static ProblemException tooLarge(long limit) {
    return ProblemException.of(CommonProblem.TOO_LARGE).field("", "TOO_LARGE", limit);
  }

  private static boolean isJson(HttpServerRequest request) {
    String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
    return type == null || type.startsWith("application/json");
  }

  private static long length(HttpServerRequest request) {
    String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    try {
      return length == null ? 0 : Long.parseLong(length);
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
