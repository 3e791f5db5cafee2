package vn.phoihop.platform.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
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
class BodyLimits implements ContainerRequestFilter {

  private static final int BEFORE_EVERYTHING = 1_000;
  private static final String JSON = "application/json";

  private final ProblemResponses responses;
  private final TransferLimits transfers;
  private final RoutingContext routing;
  private final long jsonBytes;

  BodyLimits(
      ProblemResponses responses,
      TransferLimits transfers,
      RoutingContext routing,
      @ConfigProperty(name = "phoihop.limits.json-bytes", defaultValue = "1048576")
          long jsonBytes) {
    this.responses = responses;
    this.transfers = transfers;
    this.routing = routing;
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
  public void filter(ContainerRequestContext context) {
    String subtype = subtype(context);
    if (subtype.endsWith("json") && !subtype.contains("ndjson")) {
      if (routing.body().buffer() == null && hasBody(context)) {
        transfers.count();
      }
      context.setEntityStream(new CountedInput(context.getEntityStream(), jsonBytes));
    }
  }

  private static boolean hasBody(ContainerRequestContext context) {
    return context.getLength() > 0
        || context.getHeaderString(HttpHeaders.TRANSFER_ENCODING.toString()) != null;
  }

  private static String subtype(ContainerRequestContext context) {
    try {
      MediaType type = context.getMediaType();
      return type == null ? "" : type.getSubtype().toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      // A Content-Type that is empty, or no media type.
      throw ProblemException.of(CommonProblem.UNSUPPORTED_MEDIA_TYPE);
    }
  }

  static ProblemException tooLarge(long limit) {
    return ProblemException.of(CommonProblem.TOO_LARGE).field("", "TOO_LARGE", limit);
  }

  private static boolean isJson(HttpServerRequest request) {
    String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
    return type == null || type.regionMatches(true, 0, JSON, 0, JSON.length());
  }

  static long length(HttpServerRequest request) {
    String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    try {
      return length == null ? 0 : Long.parseLong(length);
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
