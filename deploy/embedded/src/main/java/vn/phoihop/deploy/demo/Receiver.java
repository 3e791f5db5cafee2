package vn.phoihop.deploy.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import vn.phoihop.deploy.Failure;
import vn.phoihop.deploy.Port;

/**
 * Row 6, and the far end of row 9: a party's own system. It subscribes, and verifies each call with
 * the official Standard Webhooks library; one that does not verify gets 401 and ends the demo.
 */
final class Receiver implements AutoCloseable {
  private static final String SUBSCRIPTIONS = "/api/v1/subscriptions";
  private static final JsonMapper JSON = new JsonMapper();

  private final List<Webhook> received = new CopyOnWriteArrayList<>();
  private final List<String> forged = new CopyOnWriteArrayList<>();
  private final String owner;
  private final Supplier<String> token;
  private final Api api;
  private final Story story;
  private final int port;
  private final String subscription;
  private HttpServer server;
  private volatile String secret;

  private Receiver(
      String owner,
      Supplier<String> token,
      List<String> types,
      Api api,
      Story story,
      HttpServer server) {
    this.owner = owner;
    this.token = token;
    this.api = api;
    this.story = story;
    this.server = server;
    this.port = server.getAddress().getPort();
    Answer created =
        api.expect(
            owner + " own system subscribes",
            201,
            api.post(
                Port.NOTIFICATION,
                SUBSCRIPTIONS,
                token.get(),
                Map.of("url", url().toString(), "eventTypes", types)),
            "/id",
            "/state");
    this.subscription = created.string("/id");
    this.secret = created.string("/secret");
    story.check(secret.startsWith("whsec_"), "the secret should begin with whsec_");
    listen();
  }

  private void listen() {
    server.createContext("/", this::receive);
    server.start();
  }

  /**
   * Subscribes and listens.
   *
   * @param owner whose system it is, as the story says it
   */
  static Receiver start(
      String owner, Supplier<String> token, List<String> types, Api api, Story story) {
    return new Receiver(owner, token, types, api, story, bind(0));
  }

  private static HttpServer bind(int port) {
    try {
      return HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
    } catch (IOException e) {
      throw new Failure("cannot listen on loopback: " + e.getMessage(), e);
    }
  }

  String subscription() {
    return subscription;
  }

  URI url() {
    return URI.create("http://127.0.0.1:%d/".formatted(port));
  }

  /** Goes down: nothing listens any more. */
  void stop() {
    server.stop(0);
  }

  /** Comes back where it was. */
  void comeBack() {
    server = bind(port);
    listen();
  }

  /** Verifies with this secret from now on. */
  void changeTo(String newSecret) {
    story.check(newSecret.startsWith("whsec_"), "the secret should begin with whsec_");
    secret = newSecret;
  }

  private void receive(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      Map<String, List<String>> headers = exchange.getRequestHeaders();
      boolean genuine = verifies(body, headers);
      if (genuine) {
        JsonNode message = JSON.readTree(body);
        received.add(
            new Webhook(
                exchange.getRequestHeaders().getFirst("webhook-id"),
                message.path("type").asText(),
                exchange.getRequestHeaders().getFirst("webhook-signature").split(" ").length,
                message.path("data")));
      } else {
        forged.add(body);
      }
      exchange.sendResponseHeaders(genuine ? 204 : 401, -1);
    }
  }

  private boolean verifies(String body, Map<String, List<String>> headers) {
    try {
      new com.standardwebhooks.Webhook(secret).verify(body, headers);
      return true;
    } catch (WebhookVerificationException | EmptyWebhookSecretException e) {
      return false;
    }
  }

  Webhook await(String type, String object) {
    Webhook webhook = silently(type, object);
    story.step(owner + " system receives the signed webhook, verified");
    story.detail("%s %s  %s".formatted(webhook.id(), webhook.type(), webhook.data()));
    story.check(forged.isEmpty(), "a call did not verify: " + forged);
    return webhook;
  }

  /** One of many: told by the caller. */
  Webhook silently(String type, String object) {
    return Waiting.until(
        "the webhook %s at %s system".formatted(type, owner),
        () ->
            received.stream()
                .filter(one -> one.type().equals(type) && one.isAbout(object))
                .findFirst());
  }

  /** Whether a call was refused; those that the story forges itself are no reason to stop. */
  boolean refused(String body) {
    return forged.removeIf(body::equals);
  }

  boolean heardOf(String object) {
    return received.stream().anyMatch(webhook -> webhook.isAbout(object));
  }

  /** Unsubscribes, so that runs do not pile up. */
  @Override
  public void close() {
    Answer deleted = api.delete(Port.NOTIFICATION, SUBSCRIPTIONS + "/" + subscription, token.get());
    server.stop(0);
    story.detail("%s system unsubscribes  ->  %d".formatted(owner, deleted.status()));
  }
}
