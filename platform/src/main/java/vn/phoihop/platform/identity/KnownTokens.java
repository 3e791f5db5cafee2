package vn.phoihop.platform.identity;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whose the tokens are that were verified lately: what a request claims before it is authenticated
 * counts for nothing, else anybody could use up another one's share of requests.
 */
@Singleton
public class KnownTokens {

  private static final int MOST = 20_000;
  private static final String BEARER = "Bearer ";

  private final Map<ByteBuffer, String> clients =
      Collections.synchronizedMap(
          new LinkedHashMap<>(1_000, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<ByteBuffer, String> eldest) {
              return size() > MOST;
            }
          });

  /** The client whose token the request carries; null where there is none or it is new here. */
  public @Nullable String clientOf(HttpServerRequest request) {
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    return header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())
        ? null
        : clients.get(hash(header.substring(BEARER.length()).strip()));
  }

  void remember(String token, String client) {
    clients.put(hash(token), client);
  }

  private static ByteBuffer hash(String token) {
    try {
      return ByteBuffer.wrap(
          MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
