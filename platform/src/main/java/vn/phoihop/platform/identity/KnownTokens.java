package vn.phoihop.platform.identity;

import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.phoihop.platform.time.SystemClock;

/**
 * Tokens that were verified lately, whole: what a request claims before it is authenticated counts
 * for nothing, else anybody could use up another one's share of requests. A client sends the same
 * token for minutes; its signature is checked once a minute, which is the bound on a revoked key.
 */
@Singleton
public class KnownTokens {

  static final Duration TRUSTED_FOR = Duration.ofMinutes(1);

  private static final int MOST = 20_000;
  private static final String BEARER = "Bearer ";

  private final Supplier<Instant> clock;
  private final Map<String, Known> tokens =
      Collections.synchronizedMap(
          new LinkedHashMap<>(1_000, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
              return size() > MOST;
            }
          });

  @Inject
  KnownTokens(SystemClock clock) {
    this(clock::now);
  }

  KnownTokens(Supplier<Instant> clock) {
    this.clock = clock;
  }

  /**
   * A verified token.
   *
   * @param until when its signature is to be checked again, at the latest when it expires
   */
  private record Known(JWTCallerPrincipal principal, Caller caller, String client, Instant until) {}

  /** The client whose token the request carries; null where there is none or it is new here. */
  public @Nullable String clientOf(HttpServerRequest request) {
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    if (header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      return null;
    }
    Known known = tokens.get(header.substring(BEARER.length()).strip());
    return known == null ? null : known.client();
  }

  /** Who the token speaks for, if it need not be verified now. */
  @Nullable JWTCallerPrincipal principalOf(String token) {
    Known known = tokens.get(token);
    return known == null || !clock.get().isBefore(known.until()) ? null : known.principal();
  }

  /** The caller of a principal that was taken from here; null for one that was just verified. */
  @Nullable Caller callerOf(JWTCallerPrincipal principal) {
    Known known = tokens.get(principal.getRawToken());
    return known != null && known.principal() == principal ? known.caller() : null;
  }

  /** Keeps a token that was just verified. */
  void remember(JWTCallerPrincipal principal, Caller caller, String client) {
    Instant expiry = Instant.ofEpochSecond(principal.getExpirationTime());
    Instant later = clock.get().plus(TRUSTED_FOR);
    tokens.put(
        principal.getRawToken(),
        new Known(principal, caller, client, expiry.isBefore(later) ? expiry : later));
  }
}
