package vn.phoihop.platform.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Locale;

/**
 * Reads JSON of ordinary size before a thread is taken for its request: a client that sends its
 * body byte by byte would hold that thread all the while. Larger bodies are counted ({@link
 * BodyLimits}).
 */
@Singleton
class SmallBodies {

  private static final int MOST_BYTES = 64 * 1024;

  // After the limit of requests (250), before authentication (200), which may change the thread.
  private static final int BEFORE_AUTHENTICATION = 240;
  private static final long PATIENCE_MILLIS = 30_000;

  void readAhead(@Observes Filters filters) {
    filters.register(SmallBodies::readAhead, BEFORE_AUTHENTICATION);
  }

  private static void readAhead(RoutingContext context) {
    HttpServerRequest request = context.request();
    if (!isSmallJson(request)) {
      context.next();
      return;
    }
    long timer =
        context.vertx().setTimer(PATIENCE_MILLIS, late -> context.request().connection().close());
    request
        .body()
        .onComplete(
            read -> {
              context.vertx().cancelTimer(timer);
              if (read.succeeded()) {
                ((RoutingContextInternal) context).setBody(read.result());
                context.next();
              }
            });
    // Quarkus has paused it, until somebody reads.
    request.resume();
  }

  private static boolean isSmallJson(HttpServerRequest request) {
    long length = BodyLimits.length(request);
    String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
    return length > 0
        && length <= MOST_BYTES
        // Whoever waits to be asked for its body is asked by the layer that reads it.
        && request.getHeader(HttpHeaders.EXPECT) == null
        && type != null
        && type.toLowerCase(Locale.ROOT).contains("json");
  }
}
