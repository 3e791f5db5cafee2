package vn.phoihop.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.standardwebhooks.Webhook;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import vn.phoihop.acceptance.Http.Answer;
import vn.phoihop.deploy.Port;

/**
 * A party's own receiver on bare sockets, subscribed for as long as it is open. It takes nothing
 * that the official library does not verify.
 */
final class Receiver implements AutoCloseable {

  static final byte[] OK = ascii("HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n");
  private static final byte[] REFUSED = ascii("HTTP/1.1 401 No\r\ncontent-length: 0\r\n\r\n");

  private static final String REQUEST_LINE = "request-line";

  /**
   * A webhook that verified.
   *
   * @param taken set where the sender may believe that it was
   */
  record Hook(String id, byte[] body, JsonNode json, AtomicBoolean taken) {
    String type() {
      return json.path("type").asText();
    }

    String about() {
      return json.at("/data/id").asText();
    }
  }

  /** How it treats connections that are kept: the worst that an honest server does. */
  enum Manner {
    /** Keeps them. */
    PATIENT,
    /** Closes them as soon as nothing has come for a few milliseconds. */
    CLOSES_WHEN_IDLE,
    /** Closes them when something does come, unanswered. */
    CLOSES_ON_REUSE
  }

  private final Manner manner;
  private final Conduct conduct;
  private final List<Hook> hooks = new CopyOnWriteArrayList<>();
  private final List<String> refused = new CopyOnWriteArrayList<>();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger connections = new AtomicInteger();
  private final Stack stack;
  private final Supplier<String> token;
  private final Answer subscription;
  private final Webhook library;
  private final int port;
  private volatile ServerSocket server;

  private Receiver(
      Stack stack,
      Supplier<String> token,
      Manner manner,
      Conduct conduct,
      Map<String, Object> wishes) {
    try {
      this.port = stack.freePort();
      this.server = listen(port);
      this.stack = stack;
      this.token = token;
      this.manner = manner;
      this.conduct = conduct;
      Map<String, Object> asked = new HashMap<>(wishes);
      asked.put("url", "http://127.0.0.1:" + port + "/hook");
      this.subscription =
          Http.post(
                  stack.url(Port.NOTIFICATION) + "/api/v1/subscriptions",
                  token.get(),
                  Http.JSON.writeValueAsString(asked))
              .expect(201);
      this.library = new Webhook(subscription.text("secret"));
      accept(server);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (com.standardwebhooks.exceptions.EmptyWebhookSecretException e) {
      throw new AssertionError(e);
    }
  }

  static Receiver of(Stack stack, String person, String... types) {
    return of(stack, () -> stack.token(person), Manner.PATIENT, types);
  }

  static Receiver of(Stack stack, Supplier<String> token, Manner manner, String... types) {
    return new Receiver(stack, token, manner, Conduct.HONEST, Map.of("eventTypes", List.of(types)));
  }

  /**
   * @param wishes members of the subscription beside its address
   */
  static Receiver of(
      Stack stack, Supplier<String> token, Conduct conduct, Map<String, Object> wishes) {
    return new Receiver(stack, token, Manner.PATIENT, conduct, wishes);
  }

  private static ServerSocket listen(int port) throws IOException {
    ServerSocket server = new ServerSocket();
    server.setReuseAddress(true);
    server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
    return server;
  }

  /** Whoever connects is refused. */
  void goAway() {
    shut();
  }

  /** Listens again where it did. */
  void comeBack() {
    if (server.isClosed()) {
      try {
        server = listen(port);
        accept(server);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  Answer subscription() {
    return subscription;
  }

  int connections() {
    return connections.get();
  }

  List<Hook> hooks(String type, String about) {
    return hooks.stream()
        .filter(hook -> hook.type().equals(type) && hook.about().equals(about))
        .toList();
  }

  Hook await(String type, String about) {
    Awaitility.await(type + " about " + about)
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(50))
        .until(() -> !hooks(type, about).isEmpty());
    return hooks(type, about).get(0);
  }

  /**
   * Waits for the webhook of each of these incidents. Where one came more than once, every copy has
   * the same webhook-id and the same bytes.
   *
   * @return how many came more than once
   */
  long awaitAll(Collection<String> incidents, Duration patience) {
    Awaitility.await("the webhooks of %d incidents".formatted(incidents.size()))
        .atMost(patience)
        .pollInterval(Duration.ofMillis(100))
        .untilAsserted(() -> assertEquals(Set.of(), missing(incidents)));
    assertEquals(List.of(), refused);
    long repeated = 0;
    for (String incident : incidents) {
      List<Hook> copies = hooks("incident.received", incident);
      for (Hook copy : copies) {
        assertEquals(copies.get(0).id(), copy.id(), () -> "two webhook-ids for " + incident);
        assertEquals(0, Arrays.compare(copies.get(0).body(), copy.body()), "other bytes");
      }
      repeated += copies.size() > 1 ? 1 : 0;
    }
    return repeated;
  }

  /** All that came, in the order in which it did. */
  List<Hook> hooks() {
    return List.copyOf(hooks);
  }

  /** What did not verify. */
  List<String> refused() {
    return List.copyOf(refused);
  }

  /** How many webhooks have come so far. */
  int received() {
    return hooks.size();
  }

  private Set<String> missing(Collection<String> incidents) {
    Set<String> seen =
        hooks.stream()
            .filter(hook -> hook.type().equals("incident.received"))
            .map(Hook::about)
            .collect(Collectors.toSet());
    return incidents.stream().filter(id -> !seen.contains(id)).collect(Collectors.toSet());
  }

  /** Ends the subscription, so that nothing is sent to a port where nobody listens. */
  @Override
  public void close() {
    try {
      Http.send(
          Http.to(
                  stack.url(Port.NOTIFICATION) + "/api/v1/subscriptions/" + subscription.text("id"),
                  token.get())
              .header("If-Match", "*")
              .DELETE());
    } finally {
      shut();
    }
  }

  private void shut() {
    try {
      server.close();
      for (Socket socket : open) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept(ServerSocket listening) {
    start(
        () -> {
          while (!listening.isClosed()) {
            try {
              Socket socket = listening.accept();
              connections.incrementAndGet();
              open.add(socket);
              start(() -> serve(socket));
            } catch (IOException e) {
              return;
            }
          }
        });
  }

  private void serve(Socket socket) {
    try (socket) {
      InputStream in = new BufferedInputStream(socket.getInputStream());
      for (int n = 0; take(in, socket, n); n++) {
        if (manner == Manner.CLOSES_WHEN_IDLE) {
          socket.setSoTimeout(20);
        }
      }
    } catch (SocketTimeoutException e) {
      // Idle: the connection is closed without a word.
    } catch (IOException e) {
      // The other side has gone.
    } finally {
      open.remove(socket);
    }
  }

  /** One request; false when the connection is to be closed. */
  private boolean take(InputStream in, Socket socket, int n) throws IOException {
    Map<String, List<String>> headers = readHead(in);
    if (headers.isEmpty() || (n > 0 && manner == Manner.CLOSES_ON_REUSE)) {
      return false;
    }
    socket.setSoTimeout(0);
    int length = Integer.parseInt(headers.getOrDefault("content-length", List.of("0")).get(0));
    byte[] body = in.readNBytes(length);
    if (body.length < length) {
      throw new EOFException("the sender died while it sent");
    }
    Hook hook = verify(headers, body);
    String line = headers.get(REQUEST_LINE).get(0);
    if (!line.startsWith("POST /hook ")) {
      refused.add("nobody asked for " + line);
    }
    if (hook == null) {
      socket.getOutputStream().write(REFUSED);
    } else {
      conduct.answer(socket, () -> hook.taken().set(true));
    }
    return !socket.isClosed();
  }

  /** Null where it does not verify. */
  private Hook verify(Map<String, List<String>> headers, byte[] body) throws IOException {
    String text = new String(body, StandardCharsets.UTF_8);
    try {
      library.verify(text, HttpHeaders.of(headers, (name, value) -> true).map());
      Hook hook =
          new Hook(
              headers.get("webhook-id").get(0),
              body,
              Http.JSON.readTree(text),
              new AtomicBoolean());
      hooks.add(hook);
      return hook;
    } catch (com.standardwebhooks.exceptions.WebhookVerificationException e) {
      refused.add(e.getMessage() + ": " + text);
      return null;
    }
  }

  private static Map<String, List<String>> readHead(InputStream in) throws IOException {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    String line = readLine(in);
    if (line.isEmpty()) {
      return headers;
    }
    headers.put(REQUEST_LINE, List.of(line));
    for (line = readLine(in); !line.isEmpty(); line = readLine(in)) {
      int colon = line.indexOf(':');
      headers.put(line.substring(0, colon), List.of(line.substring(colon + 1).strip()));
    }
    return headers;
  }

  /** Without its end; half a line is none. */
  private static String readLine(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        throw new EOFException("the sender has gone");
      }
      if (b != '\r') {
        line.write(b);
      }
    }
    return line.toString(StandardCharsets.ISO_8859_1);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "receiver");
    thread.setDaemon(true);
    thread.start();
  }
}
