package vn.phoihop.bench.http;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.util.List;
import java.util.function.Consumer;

/** The client that the product sends webhooks with, set up alike, and nothing else: no record. */
public final class BareSender implements AutoCloseable {

  private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
  private final Context loop = vertx.getOrCreateContext();
  private final HttpClient http =
      vertx.createHttpClient(
          new HttpClientOptions().setConnectTimeout(5_000).setKeepAliveTimeout(20),
          new PoolOptions().setHttp1MaxSize(64));
  private final Consumer<Throwable> failed;

  /**
   * @param failed told of what was not answered with 200; on the event loop
   */
  public BareSender(Consumer<Throwable> failed) {
    this.failed = failed;
  }

  /** Posts the same bytes to each port at once. */
  public void post(List<Integer> ports, byte[] body) {
    Buffer bytes = Buffer.buffer(body);
    loop.runOnContext(run -> ports.forEach(port -> post(port, bytes)));
  }

  private void post(int port, Buffer body) {
    RequestOptions options =
        new RequestOptions()
            .setMethod(HttpMethod.POST)
            .setHost("127.0.0.1")
            .setPort(port)
            .setURI("/hook")
            .putHeader("Content-Type", "application/json");
    http.request(options)
        .compose(request -> request.send(body))
        .onFailure(failed::accept)
        .onSuccess(
            answer -> {
              if (answer.statusCode() != 200) {
                failed.accept(new IllegalStateException("answered " + answer.statusCode()));
              }
            });
  }

  @Override
  public void close() {
    Receiver.await(vertx.close());
  }
}
