package vn.phoihop.platform.identity;

import io.quarkus.security.identity.SecurityIdentity;
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
  private record Known(SecurityIdentity identity, String client, Instant until) {}

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
  @Nullable SecurityIdentity identityOf(String token) {
    Known known = tokens.get(token);
    return known == null || !clock.get().isBefore(known.until()) ? null : known.identity();
  }

  /**
   * Keeps a token that was just verified.
   *
   * @param identity whom it speaks for, the {@link Caller} included; nothing in it is of one
   *     request
   */
  void remember(String token, Instant expiry, SecurityIdentity identity, String client) {
    Instant later = clock.get().plus(TRUSTED_FOR);
    tokens.put(token, new Known(identity, client, expiry.isBefore(later) ? expiry : later));
  }
}
