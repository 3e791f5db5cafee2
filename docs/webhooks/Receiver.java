import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A ready receiver of the webhooks of Phoi Hop: this one file, a JDK of 17 or later, nothing else.
 *
 * <pre>
 * java Receiver.java --secret whsec_... [--secret whsec_...] [--key whpk_...] [--port 9090]
 *                    [--file seen.ndjson]
 *                    [--origin NAME] [--down]
 * </pre>
 *
 * Two secrets while one is being rotated. Without --secret and --key they come from the
 * environment, WEBHOOK_SECRETS and WEBHOOK_KEYS, separated by spaces. --origin answers the
 * handshake of the sender with that name. --down answers 503 to everything. It listens on loopback:
 * TLS, sizes and slow callers are the matter of the proxy in front of it.
 */
final class Receiver {
  private static final long TOLERANCE_SECONDS = 300;
  private static final int MOST_BYTES = 1_000_000;

  /** What stands before the 32 bytes of an Ed25519 public key in X.509. */
  private static final byte[] ED25519 = HexFormat.of().parseHex("302a300506032b6570032100");

  private final List<byte[]> secrets = new ArrayList<>();
  private final List<PublicKey> keys = new ArrayList<>();
  private final String origin;
  private final boolean down;
  private final Inbox inbox;

  private Receiver(List<String> secrets, List<String> keys, String origin, boolean down, Path file)
      throws IOException, GeneralSecurityException {
    for (String secret : secrets) {
      this.secrets.add(bytes("whsec_", secret, 24, 64));
    }
    for (String key : keys) {
      byte[] raw = bytes("whpk_", key, 32, 32);
      byte[] encoded = ByteBuffer.allocate(44).put(ED25519).put(raw).array();
      this.keys.add(
          KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
    }
    if (this.secrets.isEmpty() && this.keys.isEmpty()) {
      throw new IllegalArgumentException("--secret whsec_... or --key whpk_... is wanted");
    }
    this.origin = origin;
    this.down = down;
    this.inbox = new Inbox(file);
  }

  public static void main(String[] arguments) throws Exception {
    List<String> secrets = new ArrayList<>();
    List<String> keys = new ArrayList<>();
    int port = 9090;
    Path file = Path.of("seen.ndjson");
    String origin = "";
    boolean down = false;
    Receiver receiver;
    try {
      for (int i = 0; i < arguments.length; i++) {
        switch (arguments[i]) {
          case "--secret" -> secrets.add(value(arguments, ++i));
          case "--key" -> keys.add(value(arguments, ++i));
          case "--port" -> port = Integer.parseInt(value(arguments, ++i));
          case "--file" -> file = Path.of(value(arguments, ++i));
          case "--origin" -> origin = value(arguments, ++i);
          case "--down" -> down = true;
          default -> throw new IllegalArgumentException("unknown option " + arguments[i]);
        }
      }
      if (secrets.isEmpty() && keys.isEmpty()) {
        secrets.addAll(words("WEBHOOK_SECRETS"));
        keys.addAll(words("WEBHOOK_KEYS"));
      }
      receiver = new Receiver(secrets, keys, origin, down, file);
    } catch (IllegalArgumentException e) {
      System.err.println("error: " + e.getMessage());
      System.exit(2);
      return;
    }
    HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
    server.setExecutor(Executors.newFixedThreadPool(8));
    server.createContext("/", receiver::receive);
    server.start();
    System.out.println("listening on http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  private static String value(String[] arguments, int i) {
    if (i == arguments.length) {
      throw new IllegalArgumentException(arguments[i - 1] + " wants a value");
    }
    return arguments[i];
  }

  private static List<String> words(String variable) {
    String value = System.getenv().getOrDefault(variable, "").strip();
    return value.isEmpty() ? List.of() : List.of(value.split("\\s+"));
  }

  /** The key is what the text stands for, not the text. */
  private static byte[] bytes(String prefix, String text, int least, int most) {
    if (text.startsWith(prefix)) {
      try {
        byte[] bytes = Base64.getDecoder().decode(text.substring(prefix.length()));
        if (bytes.length >= least && bytes.length <= most) {
          return bytes;
        }
      } catch (IllegalArgumentException e) {
        // said below
      }
    }
    throw new IllegalArgumentException(
        "not %s and the base64 of %d to %d bytes: %s..."
            .formatted(prefix, least, most, text.substring(0, Math.min(8, text.length()))));
  }

  private void receive(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (down) {
        answer(exchange, 503, "down");
      } else if (exchange.getRequestMethod().equals("OPTIONS")
          && !origin.isEmpty()
          && header(exchange, "webhook-request-origin").equalsIgnoreCase(origin)) {
        exchange.getResponseHeaders().set("WebHook-Allowed-Origin", origin);
        exchange.getResponseHeaders().set("WebHook-Allowed-Rate", "*");
        exchange.sendResponseHeaders(204, -1);
      } else if (!exchange.getRequestMethod().equals("POST")) {
        exchange.getResponseHeaders().set("Allow", "POST");
        answer(exchange, 405, "POST only");
      } else {
        take(exchange);
      }
    }
  }

  private void take(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readNBytes(MOST_BYTES + 1);
    if (body.length > MOST_BYTES) {
      answer(exchange, 413, "too large");
      return;
    }
    String id = header(exchange, "webhook-id");
    String fault = fault(exchange, id, body);
    if (!fault.isEmpty()) {
      System.out.println("refused   " + fault);
      answer(exchange, 401, fault);
      return;
    }
    String line;
    try {
      line = inbox.add(id, body);
    } catch (IOException e) {
      System.out.println("failed    " + e);
      answer(exchange, 500, "not stored"); // it will come again
      return;
    }
    exchange.getResponseHeaders().set("webhook-processed", Integer.toString(inbox.size()));
    exchange.sendResponseHeaders(204, -1);
    // Here your work begins: after the answer, from the file, at your own pace.
    System.out.println(line.isEmpty() ? "again     " + id : "received  " + line);
  }

  /** What is wrong with the call; empty if it is genuine. */
  private String fault(HttpExchange exchange, String id, byte[] body) {
    String timestamp = header(exchange, "webhook-timestamp");
    if (!id.matches("[A-Za-z0-9_-]{1,128}")) {
      return "webhook-id is missing or malformed";
    }
    if (!timestamp.matches("[0-9]{1,12}")) {
      return "webhook-timestamp is missing or no number of seconds";
    }
    long off = Instant.now().getEpochSecond() - Long.parseLong(timestamp);
    if (Math.abs(off) > TOLERANCE_SECONDS) {
      return "webhook-timestamp is more than five minutes off; is your clock right?";
    }
    byte[] begin = (id + "." + timestamp + ".").getBytes(StandardCharsets.US_ASCII);
    byte[] signed = ByteBuffer.allocate(begin.length + body.length).put(begin).put(body).array();
    boolean genuine =
        Arrays.stream(header(exchange, "webhook-signature").split(" "))
            .anyMatch(entry -> matches(entry, signed));
    return genuine ? "" : "no webhook-signature matches";
  }

  /**
   * One entry of the list: v1 by one of the secrets, v1a by one of the keys; others are not ours.
   */
  private boolean matches(String entry, byte[] signed) {
    try {
      if (entry.startsWith("v1,")) {
        byte[] given = Base64.getDecoder().decode(entry.substring(3));
        boolean match = false;
        for (byte[] secret : secrets) {
          Mac mac = Mac.getInstance("HmacSHA256");
          mac.init(new SecretKeySpec(secret, "HmacSHA256"));
          match |= MessageDigest.isEqual(mac.doFinal(signed), given); // takes the same time always
        }
        return match;
      }
      if (entry.startsWith("v1a,")) {
        byte[] given = Base64.getDecoder().decode(entry.substring(4));
        for (PublicKey key : keys) {
          Signature ed25519 = Signature.getInstance("Ed25519");
          ed25519.initVerify(key);
          ed25519.update(signed);
          if (given.length == 64 && ed25519.verify(given)) {
            return true;
          }
        }
      }
      return false;
    } catch (IllegalArgumentException | GeneralSecurityException e) {
      return false; // no base64, or no signature of that kind
    }
  }

  /** A header that must be there once; empty otherwise. */
  private static String header(HttpExchange exchange, String name) {
    Headers headers = exchange.getRequestHeaders();
    List<String> values = headers.getOrDefault(name, List.of());
    return values.size() == 1 ? values.get(0) : "";
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  /**
   * What has come, a line each, on disk before it is acknowledged: what a database table with the
   * webhook-id as its key would do better. One process a file.
   */
  private static final class Inbox {
    private static final Pattern LINE = Pattern.compile("(?m)^\\{\"id\":\"([A-Za-z0-9_-]+)\"");

    private final Set<String> seen = new HashSet<>();
    private final FileChannel file;

    Inbox(Path path) throws IOException {
      file =
          FileChannel.open(
              path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      ByteBuffer content = ByteBuffer.allocate(Math.toIntExact(file.size()));
      while (content.hasRemaining() && file.read(content) >= 0) {}
      String text = new String(content.array(), StandardCharsets.UTF_8);
      // A line that was cut off by a crash was not acknowledged: it comes again.
      String whole = text.substring(0, text.lastIndexOf('\n') + 1);
      file.truncate(whole.getBytes(StandardCharsets.UTF_8).length);
      file.position(file.size());
      Matcher line = LINE.matcher(whole);
      while (line.find()) {
        seen.add(line.group(1));
      }
    }

    synchronized int size() {
      return seen.size();
    }

    /** The line that was written; empty if the id had come before. */
    synchronized String add(String id, byte[] body) throws IOException {
      if (seen.contains(id)) {
        return "";
      }
      // JSON has line breaks between its parts only; there a space does as well.
      String event = new String(body, StandardCharsets.UTF_8).replaceAll("[\\r\\n]", " ");
      String line = "{\"id\":\"" + id + "\",\"event\":" + event + "}";
      long end = file.size();
      try {
        ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
          file.write(bytes);
        }
        file.force(true);
      } catch (IOException e) {
        file.truncate(end);
        throw e;
      }
      seen.add(id);
      return line;
    }
  }
}
