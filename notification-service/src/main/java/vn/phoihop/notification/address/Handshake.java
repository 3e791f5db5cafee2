package vn.phoihop.notification.address;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import vn.phoihop.notification.address.RefusedTarget.Reason;
import vn.phoihop.platform.problem.ProblemException;

/**
 * Asks a receiver whether it wants our calls, as CloudEvents' webhook specification (§4) lays down:
 * OPTIONS with our name, and a yes is two headers of the answer, whatever its status. Its body is
 * never read. Blocking.
 */
@ApplicationScoped
public class Handshake {

  private static final Duration LONGEST = Duration.ofSeconds(5);

  /** Callers who may wait for a receiver at one time: each holds a thread meanwhile. */
  private static final int MOST = 8;

  /** Of them those of one party, whose receivers are not to keep the others' out. */
  private static final int MOST_OF_A_PARTY = 2;

  private final HttpClient http;
  private final String origin;
  private final Duration timeout;

  /** The parties whose receivers are being waited for, each as often as it waits. */
  private final List<String> waiting = new ArrayList<>();

  @Inject
  public Handshake(Vertx vertx, WebhookSettings settings) {
    this.http = vertx.createHttpClient(PinnedCalls.client(settings).setKeepAlive(false));
    this.origin = settings.origin();
    this.timeout = settings.timeout().compareTo(LONGEST) < 0 ? settings.timeout() : LONGEST;
  }

  /**
   * The calls a minute that the receiver grants, at most those asked for.
   *
   * @throws RefusedTarget where it does not say yes in time
   */
  public int ask(String party, Target target, int perMinute) throws RefusedTarget {
    if (!enter(party)) {
      throw ProblemException.unavailable(1);
    }
    CompletableFuture<Integer> granted = new CompletableFuture<>();
    try {
      call(target, perMinute, granted);
      return granted.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new RefusedTarget(Reason.HANDSHAKE_REFUSED);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RefusedTarget(Reason.HANDSHAKE_REFUSED);
    } finally {
      granted.cancel(false);
      leave(party);
    }
  }

  private synchronized boolean enter(String party) {
    return waiting.size() < MOST
        && Collections.frequency(waiting, party) < MOST_OF_A_PARTY
        && waiting.add(party);
  }

  private synchronized void leave(String party) {
    waiting.remove(party);
  }

  private void call(Target target, int perMinute, CompletableFuture<Integer> granted) {
    http.request(
            PinnedCalls.request(HttpMethod.OPTIONS, target)
                .putHeader("User-Agent", "phoi-hop-webhooks/1")
                .putHeader("WebHook-Request-Origin", origin)
                .putHeader("WebHook-Request-Rate", Integer.toString(perMinute)))
        .onFailure(granted::completeExceptionally)
        .onSuccess(
            request -> {
              granted.whenComplete((done, fault) -> request.reset());
              send(request, perMinute, granted);
            });
  }

  private void send(HttpClientRequest request, int perMinute, CompletableFuture<Integer> granted) {
    request
        .send()
        .onFailure(granted::completeExceptionally)
        .onSuccess(
            answer -> {
              String allowed = answer.getHeader("WebHook-Allowed-Origin");
              int rate = rate(answer.getHeader("WebHook-Allowed-Rate"), perMinute);
              boolean yes = origin.equalsIgnoreCase(allowed) || "*".equals(allowed);
              if (yes && rate > 0) {
                granted.complete(rate);
              } else {
                granted.completeExceptionally(new RefusedTarget(Reason.HANDSHAKE_REFUSED));
              }
            });
  }

  /** 0 where it is no grant. */
  private static int rate(@Nullable String allowed, int asked) {
    if (allowed == null) {
      return 0;
    }
    if (allowed.equals("*")) {
      return asked;
    }
    return allowed.matches("\\d{1,9}") ? Math.min(asked, Integer.parseInt(allowed)) : 0;
  }
}
