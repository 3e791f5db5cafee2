package vn.phoihop.notification.delivery;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import vn.phoihop.notification.address.PinnedCalls;
import vn.phoihop.notification.address.Target;
import vn.phoihop.notification.address.Tier;
import vn.phoihop.notification.address.WebhookSettings;
import vn.phoihop.notification.delivery.Outcome.Fault;
import vn.phoihop.platform.time.SystemClock;

/**
 * Makes one attempt: a POST to the checked address under the host's name, no redirect followed, all
 * of it within the timeout.
 */
@ApplicationScoped
class WebhookClient {

  private static final int MOST_HEAD = 20_000;
  private static final int KEEP_ALIVE_SECONDS = 20;

  private final Vertx vertx;
  private final HttpClient http;
  private final HttpClient unpooled;
  private final SystemClock clock;
  private final Duration timeout;

  WebhookClient(Vertx vertx, SystemClock clock, WebhookSettings settings) {
    this.vertx = vertx;
    this.clock = clock;
    this.timeout = settings.timeout();
    HttpClientOptions options =
        PinnedCalls.client(settings).setKeepAliveTimeout(KEEP_ALIVE_SECONDS);
    // Parties may share a host, a gateway of several authorities: the lanes limit each, the pool
    // nobody. A call that waited for another's connection would use up its own time.
    PoolOptions pool = new PoolOptions().setHttp1MaxSize(Load.MOST_OF_ALL);
    this.http = vertx.createHttpClient(options, pool);
    this.unpooled =
        vertx.createHttpClient(new HttpClientOptions(options).setKeepAlive(false), pool);
  }

  /** Never fails: what went wrong is the outcome. To be called on an event loop. */
  Future<Outcome> post(Target target, WebhookRequest request) {
    RequestOptions options = PinnedCalls.request(HttpMethod.POST, target);
    request.headers().forEach(options::putHeader);
    Exchange exchange =
        new Exchange(options, Buffer.buffer(request.body()), target.tier() == Tier.PUBLIC);
    return exchange.start();
  }

  /** The course of one attempt; every callback runs on the same event loop. */
  private final class Exchange {

    private final Promise<Outcome> done = Promise.promise();
    private final long started = System.nanoTime();
    private final RequestOptions options;
    private final Buffer body;
    private final boolean keepsHead;
    private final Buffer head = Buffer.buffer();
    private long timer;
    private boolean repeated;
    private @Nullable HttpClientRequest request;
    private @Nullable HttpClientResponse response;

    Exchange(RequestOptions options, Buffer body, boolean keepsHead) {
      this.options = options;
      this.body = body;
      this.keepsHead = keepsHead;
    }

    Future<Outcome> start() {
      timer = vertx.setTimer(timeout.toMillis(), fired -> end(Fault.E_TIMEOUT, false));
      call();
      return done.future();
    }

    private void call() {
      (repeated ? unpooled : http)
          .request(options)
          .onFailure(fault -> end(code(fault), true))
          .onSuccess(
              fresh -> {
                if (done.future().isComplete()) {
                  fresh.reset();
                  return;
                }
                request = fresh;
                fresh.send(body).onSuccess(this::read).onFailure(this::unanswered);
              });
    }

    /**
     * A connection that was kept may have been closed by the receiver just as it was taken again,
     * or what came on it is no HTTP: the end of an answer too long, to somebody else perhaps. Once
     * more at once, then, on a connection of its own: the next that was kept may be as bad. Should
     * the first call have arrived after all, its webhook-id tells.
     */
    private void unanswered(Throwable fault) {
      Fault code = code(fault);
      boolean broken = code == Fault.E_CONNECTION || code == Fault.E_UNKNOWN;
      if (broken && !repeated && !done.future().isComplete()) {
        repeated = true;
        call();
      } else {
        end(code, true);
      }
    }

    private void read(HttpClientResponse answer) {
      response = answer;
      answer.handler(this::keep);
      answer.endHandler(
          end -> {
            if (isFollowedByWhatIsNoAnswer(answer)) {
              answer.request().connection().close();
            }
            end(Fault.E_UNKNOWN, true);
          });
      answer.exceptionHandler(fault -> end(Fault.E_UNKNOWN, true));
    }

    private void keep(Buffer chunk) {
      head.appendBuffer(chunk, 0, Math.min(chunk.length(), MOST_HEAD - head.length()));
      if (head.length() >= MOST_HEAD) {
        end(Fault.E_UNKNOWN, false);
      }
    }

    /** Ends the attempt: by its status if one has come, otherwise with the fault. */
    private void end(Fault fault, boolean connectionIsFree) {
      if (done.future().isComplete()) {
        return;
      }
      vertx.cancelTimer(timer);
      Duration duration = Duration.ofNanos(System.nanoTime() - started);
      HttpClientResponse answer = response;
      done.complete(answer == null ? Outcome.failed(fault, duration) : answered(answer, duration));
      if (!connectionIsFree && request != null) {
        request.reset();
      }
    }

    private Outcome answered(HttpClientResponse answer, Duration duration) {
      return Outcome.answered(
          answer.statusCode(),
          duration,
          keepsHead ? head.getBytes() : null,
          RetryAfter.parse(answer.getHeader("Retry-After"), clock.now()),
          answer.getHeader("webhook-delivery"));
    }
  }

  /** A 204 with a body, as some frameworks send it: the body would be read as the next answer. */
  private static boolean isFollowedByWhatIsNoAnswer(HttpClientResponse answer) {
    int status = answer.statusCode();
    boolean ended = status < 200 || status == 204 || status == 205 || status == 304;
    String length = answer.getHeader("Content-Length");
    return ended
        && (answer.getHeader("Transfer-Encoding") != null
            || (length != null && !length.equals("0")));
  }

  private static Fault code(Throwable fault) {
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof SSLException || cause instanceof CertificateException) {
        return Fault.E_TLS;
      }
      if (cause instanceof TimeoutException
          || cause instanceof io.netty.channel.ConnectTimeoutException) {
        return Fault.E_TIMEOUT;
      }
      if (cause instanceof HttpClosedException || cause instanceof IOException) {
        return Fault.E_CONNECTION;
      }
    }
    return Fault.E_UNKNOWN;
  }
}
