package vn.phoihop.webhooks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A receiver that does one thing wrong, as receivers in the field do. */
final class FlawedReceiver implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();

  private final Flaw flaw;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Set<String> seen = new HashSet<>();
  private int processed;

  FlawedReceiver(Flaw flaw) throws IOException {
    this(flaw, HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0));
  }

  FlawedReceiver(Flaw flaw, HttpServer server) {
    this.flaw = flaw;
    this.server = server;
    server.setExecutor(threads);
    server.createContext("/", this::receive);
    server.start();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + port() + "/hook?of=us");
  }

  int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  private void receive(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      int status;
      try {
        if (flaw == Flaw.ANSWERS_LATE && body.length > 16_000) {
          closed.await();
        }
        status =
            exchange.getRequestMethod().equals("OPTIONS")
                ? handshake(exchange)
                : status(exchange, body);
      } catch (Exception e) {
        status = 500;
      }
      if (status == 204) {
        exchange.getResponseHeaders().set("webhook-processed", Integer.toString(processed));
      }
      exchange.sendResponseHeaders(status, -1);
    }
  }

  private int handshake(HttpExchange exchange) {
    String asks = header(exchange, "WebHook-Request-Origin");
    if (flaw == Flaw.SHAKES_NO_HANDS
        || (flaw != Flaw.SHAKES_WITH_ANYBODY && !Tried.ORIGIN.equals(asks))) {
      return 405;
    }
    exchange.getResponseHeaders().set("WebHook-Allowed-Origin", asks);
    exchange
        .getResponseHeaders()
        .set("WebHook-Allowed-Rate", flaw == Flaw.GRANTS_TOO_LITTLE ? "59" : "600");
    return 200;
  }

  private synchronized int status(HttpExchange exchange, byte[] body) throws Exception {
    String id = header(exchange, Call.ID);
    String timestamp = header(exchange, Call.TIMESTAMP);
    String signatures = header(exchange, Call.SIGNATURE);
    if (flaw == Flaw.REMEMBERS_BEFORE_VERIFYING && !seen.add(id)) {
      return 204;
    }
    if (flaw == Flaw.TAKES_NO_LARGE_BODY && body.length > 16_000) {
      return 413;
    }
    if (!trusted(id, timestamp, signatures, body)) {
      return 401;
    }
    JsonNode event = JSON.readTree(body);
    if (flaw == Flaw.REFUSES_UNKNOWN_TYPES
        && !event.path("type").asText().equals("incident.received")) {
      return 422;
    }
    if (flaw == Flaw.REFUSES_UNKNOWN_MEMBERS && event.at("/data/extension").has("new")) {
      return 422;
    }
    String key = flaw == Flaw.DEDUPES_BY_SIGNATURE ? signatures : id;
    boolean fresh = flaw == Flaw.REMEMBERS_BEFORE_VERIFYING || seen.add(key);
    if (fresh || flaw == Flaw.WORKS_ON_REPETITIONS) {
      processed++;
    }
    return fresh || flaw != Flaw.REFUSES_REPETITIONS ? 204 : 409;
  }

  private boolean trusted(String id, String timestamp, String signatures, byte[] body)
      throws Exception {
    if (flaw == Flaw.TAKES_NO_SIGNATURE_FOR_TRUST && signatures == null) {
      return true;
    }
    if (flaw == Flaw.TAKES_AN_EMPTY_SIGNATURE_FOR_TRUST
        && (signatures == null || signatures.isEmpty())) {
      return true;
    }
    if (signatures == null || (id == null && flaw != Flaw.TAKES_NO_ID_FOR_NULL)) {
      return false;
    }
    boolean undated = timestamp == null || timestamp.isEmpty();
    if (undated && flaw != Flaw.TAKES_NO_TIMESTAMP_FOR_A_FRESH_ONE) {
      return false;
    }
    if (!undated && !isFresh(timestamp)) {
      return false;
    }
    Message message = new Message(String.valueOf(id), undated ? "" : timestamp, read(body));
    String[] entries = signatures.split(" ");
    return switch (flaw) {
      case READS_THE_FIRST_SIGNATURE -> matches(entries[0], message);
      case READS_THE_LAST_SIGNATURE -> matches(entries[entries.length - 1], message);
      default -> anyMatches(entries, message);
    };
  }

  private boolean isFresh(String timestamp) {
    if (flaw == Flaw.COMPARES_TIMESTAMPS_AS_FLOATING_NUMBERS) {
      double off = System.currentTimeMillis() / 1000.0 - Double.parseDouble(timestamp);
      return !(Math.abs(off) > 300);
    }
    String digits =
        flaw == Flaw.DROPS_WHAT_IS_NO_DIGIT ? timestamp.replaceAll("[^0-9]", "") : timestamp;
    if (!digits.matches("[0-9]{1,15}")) {
      return false;
    }
    long seconds = Long.parseLong(digits);
    if (flaw == Flaw.TAKES_MILLISECONDS && digits.length() == 13) {
      seconds /= 1000;
    }
    long off = System.currentTimeMillis() / 1000 - seconds;
    return switch (flaw) {
      case CHECKS_NO_TIMESTAMP -> true;
      case ADMITS_THE_FUTURE -> off <= 300;
      case ADMITS_THE_PAST -> off >= -300;
      case ALLOWS_ONE_MINUTE -> Math.abs(off) <= 60;
      default -> Math.abs(off) <= 300;
    };
  }

  private byte[] read(byte[] body) throws IOException {
    String text = new String(body, UTF_8);
    return switch (flaw) {
      case VERIFIES_THE_JSON_WRITTEN_ANEW -> JSON.writeValueAsBytes(JSON.readTree(body));
      case DECODES_THE_BODY_AS_LATIN_1 -> new String(body, ISO_8859_1).getBytes(UTF_8);
      case NORMALISES_THE_BODY -> Normalizer.normalize(text, Normalizer.Form.NFC).getBytes(UTF_8);
      case TRIMS_THE_BODY -> text.strip().getBytes(UTF_8);
      default -> body;
    };
  }

  private boolean anyMatches(String[] entries, Message message) throws Exception {
    for (String entry : entries) {
      if (matches(entry, message)) {
        return true;
      }
    }
    return false;
  }

  private boolean matches(String entry, Message message) throws Exception {
    if (flaw == Flaw.THROWS_BEYOND_ASCII && !US_ASCII.newEncoder().canEncode(entry)) {
      throw new IllegalArgumentException("not ASCII");
    }
    if (flaw == Flaw.NEEDS_NO_VERSION && entry.equals(codes(message).get(0))) {
      return true;
    }
    int comma = entry.indexOf(',');
    String version = comma < 0 ? "" : entry.substring(0, comma);
    String code = entry.substring(comma + 1);
    if (flaw == Flaw.CHOKES_ON_UNKNOWN_VERSIONS
        && comma >= 0
        && !Set.of("v1", "v1a").contains(version)) {
      throw new IllegalArgumentException("unknown version " + version);
    }
    if (version.equals("v1a")) {
      return switch (flaw) {
        case IGNORES_V1A -> false;
        case BELIEVES_ANY_V1A -> code.length() == 88 || code.length() == 44;
        case IGNORES_THE_VERSION -> codes(message).contains(code) || signed(code, message);
        default -> signed(code, message);
      };
    }
    if (!version.equals("v1") && !(flaw == Flaw.IGNORES_THE_VERSION && comma >= 0)) {
      return false;
    }
    return codes(message).stream()
        .anyMatch(
            right ->
                switch (flaw) {
                  case COMPARES_AS_FAR_AS_IT_GOES -> right.startsWith(code);
                  case IGNORES_CASE -> right.equalsIgnoreCase(code);
                  default -> right.equals(code);
                });
  }

  /** What the secrets make of it. */
  private List<String> codes(Message message) {
    List<Secret> secrets = new ArrayList<>();
    if (flaw != Flaw.FORGETS_THE_NEW_SECRET) {
      secrets.add(Secret.parse(Tried.KEYS.secret()));
    }
    if (flaw != Flaw.FORGETS_THE_FORMER_SECRET) {
      secrets.add(Secret.parse(Tried.OLD.secret()));
    }
    if (flaw == Flaw.TAKES_THE_PUBLIC_KEY_FOR_A_SECRET) {
      secrets.add(Secret.of(PrivateKey.parse(Tried.KEYS.privateKey()).publicKey()));
    }
    return secrets.stream().map(secret -> secret.code(message)).toList();
  }

  private static boolean signed(String code, Message message) throws Exception {
    byte[] encoded =
        ByteBuffer.allocate(44)
            .put(HexFormat.of().parseHex("302a300506032b6570032100"))
            .put(PrivateKey.parse(Tried.KEYS.privateKey()).publicKey())
            .array();
    Signature ed25519 = Signature.getInstance("Ed25519");
    ed25519.initVerify(
        KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
    ed25519.update(message.signedBytes());
    try {
      return code.length() == 88 && ed25519.verify(Base64.getDecoder().decode(code));
    } catch (SignatureException e) {
      return false; // 64 bytes, but never a signature
    }
  }

  private static String header(HttpExchange exchange, String name) {
    return exchange.getRequestHeaders().getFirst(name);
  }
}
