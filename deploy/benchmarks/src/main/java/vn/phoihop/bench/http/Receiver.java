package vn.phoihop.bench.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import vn.phoihop.deploy.Failure;

/** Endpoints in this process, each with a port of its own, that answer 200 at once. */
public final class Receiver implements AutoCloseable {

  /** What is done with a request that has come whole; on the one event loop. */
  public interface Arrived {

    void at(long nanos, int endpoint, Buffer body);
  }

  private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
  private final List<Integer> ports;

  public Receiver(int endpoints, Arrived arrived) {
    List<Future<HttpServer>> servers = new ArrayList<>();
    for (int i = 0; i < endpoints; i++) {
      int endpoint = i;
      servers.add(
          vertx
              .createHttpServer()
              .requestHandler(
                  request ->
                      request.bodyHandler(
                          body -> {
                            arrived.at(System.nanoTime(), endpoint, body);
                            request.response().end();
                          }))
              .listen(0, "127.0.0.1"));
    }
    ports =
        await(Future.all(servers)).<HttpServer>list().stream().map(HttpServer::actualPort).toList();
  }

  public String url(int endpoint) {
    return "http://127.0.0.1:" + ports.get(endpoint) + "/hook";
  }

  public int port(int endpoint) {
    return ports.get(endpoint);
  }

  static <T> T await(Future<T> future) {
    try {
      return future.toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new Failure("the receiver does not start: " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure("interrupted", e);
    }
  }

  @Override
  public void close() {
    await(vertx.close());
  }
}
