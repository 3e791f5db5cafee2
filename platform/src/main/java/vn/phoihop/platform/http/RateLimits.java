package vn.phoihop.platform.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.phoihop.platform.identity.KnownTokens;
import vn.phoihop.platform.problem.CommonProblem;
import vn.phoihop.platform.problem.ProblemException;
import vn.phoihop.platform.problem.ProblemResponses;
import vn.phoihop.platform.time.SystemClock;

/**
 * 429 to who asks too often, before the token is looked at. A token that was verified here counts
 * for its client; every other request, a forged token's too, for the address it comes from.
 */
@Singleton
class RateLimits {

  // After CORS (300), so that a browser may read the refusal; before authentication (200).
  private static final int BEFORE_AUTHENTICATION = 250;
  private static final int MOST_CLIENTS = 50_000;

  private final RateLimit limit;
  private final KnownTokens tokens;
  private final ProblemResponses responses;

  RateLimits(
      KnownTokens tokens,
      ProblemResponses responses,
      SystemClock clock,
      @ConfigProperty(name = "phoihop.limits.requests-per-second") int perSecond,
      @ConfigProperty(name = "phoihop.limits.requests-burst") int burst) {
    this.limit = new RateLimit(perSecond, burst, MOST_CLIENTS, clock::now);
    this.tokens = tokens;
    this.responses = responses;
  }

  void limit(@Observes Filters filters) {
    filters.register(this::limit, BEFORE_AUTHENTICATION);
  }

  private void limit(RoutingContext context) {
    // The path as it is routed: /q/../api is the API.
    if (context.normalizedPath().startsWith("/q/")) {
      context.next();
      return;
    }
    RateLimit.Decision decision = limit.take(client(context.request()));
    context
        .response()
        .putHeader("RateLimit-Policy", "\"default\";q=" + limit.burst() + ";w=" + limit.window())
        .putHeader(
            "RateLimit", "\"default\";r=" + decision.remaining() + ";t=" + decision.fullAfter());
    if (decision.allowed()) {
      context.next();
      return;
    }
    if (context.request().getHeader(HttpHeaders.CONTENT_LENGTH) != null
        || context.request().getHeader(HttpHeaders.TRANSFER_ENCODING) != null) {
      // A body that nobody reads: the connection cannot be used again.
      context.response().putHeader(HttpHeaders.CONNECTION, "close");
    }
    responses.write(
        ProblemException.of(CommonProblem.TOO_MANY_REQUESTS, limit.perSecond())
            .header("Retry-After", Long.toString(decision.retryAfter())),
        context);
  }

  private String client(HttpServerRequest request) {
    String client = tokens.clientOf(request);
    return client != null ? client : "address " + network(request.remoteAddress().hostAddress());
  }

  /** An IPv4 address; of IPv6 the /64, since whoever has one address there has all of them. */
  static String network(String address) {
    try {
      byte[] bytes = InetAddress.getByName(address).getAddress();
      return bytes.length == 4 ? address : HexFormat.of().formatHex(Arrays.copyOf(bytes, 8));
    } catch (UnknownHostException e) {
      return "unknown";
    }
  }
}
