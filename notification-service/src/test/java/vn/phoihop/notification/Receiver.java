package vn.phoihop.notification;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A webhook receiver on bare sockets, so that it can do what no HTTP server would: say nothing,
 * close at the wrong moment, never end.
 */
public final class Receiver implements AutoCloseable {

  /** A request as it came. */
  public record Call(
      String line, Map<String, String> headers, byte[] body, int connection, boolean first) {
    public String id() {
      return headers.get("webhook-id");
    }

    public String text() {
      return new String(body, StandardCharsets.UTF_8);
    }
  }

  /** What to do with one request. */
  public interface Behaviour {
    /** Returns whether the connection is kept. */
    boolean answer(Call call, OutputStream out) throws IOException, InterruptedException;
  }

  private final ServerSocket server;
  private final List<Call> calls = new CopyOnWriteArrayList<>();
  private final Queue<Behaviour> script = new ArrayDeque<>();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final CountDownLatch closed = new CountDownLatch(1);
  private Behaviour always;
  private final AtomicInteger underWay = new AtomicInteger();
  private final AtomicInteger mostAtOnce = new AtomicInteger();

  private Receiver(ServerSocket server, Behaviour always) {
    this.server = server;
    this.always = always;
    start("receiver", this::accept);
  }

  public static Receiver on(ServerSocket server, Behaviour always) {
    return new Receiver(server, always);
  }

  public static Receiver with(Behaviour always) {
    return at(0, always);
  }

  public static Receiver at(int port, Behaviour always) {
    try {
      return new Receiver(new ServerSocket(port, 50, InetAddress.getByName("127.0.0.1")), always);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static Receiver ok() {
    return with(status(200));
  }

  /** Answers with a status and headers, and keeps the connection. */
  public static Behaviour status(int status, String... headers) {
    return (call, out) -> {
      StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Said\r\n");
      // RFC 9110: these have no body.
      String body = status == 204 || status == 304 ? "" : "seen";
      if (!body.isEmpty()) {
        head.append("content-length: 4\r\n");
      }
      for (String header : headers) {
        head.append(header).append("\r\n");
      }
      out.write((head + "\r\n" + body).getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
      return true;
    };
  }

  /** Takes the request and says nothing, until the receiver is closed. */
  public Behaviour hanging() {
    return (call, out) -> {
      closed.await();
      return false;
    };
  }

  /** Answers 200 after a while; {@link #mostAtOnce} tells how many it had in hand. */
  public Behaviour slowly(int millis) {
    return slowly(millis, 1);
  }

  /** The same, and the first so many wait for each other, however slowly they come. */
  public Behaviour slowly(int millis, int together) {
    CountDownLatch gathered = new CountDownLatch(together);
    return (call, out) -> {
      mostAtOnce.accumulateAndGet(underWay.incrementAndGet(), Math::max);
      gathered.countDown();
      gathered.await();
      TimeUnit.MILLISECONDS.sleep(millis);
      underWay.decrementAndGet();
      return status(200).answer(call, out);
    };
  }

  /** Answers the first request of each connection; closes it when a second one comes. */
  public static Behaviour closingOnReuse() {
    return (call, out) -> call.first() && status(200).answer(call, out);
  }

  /** Answers and closes, without having said that it would. */
  public static Behaviour closingAfterwards() {
    return (call, out) -> {
      status(200).answer(call, out);
      return false;
    };
  }

  /** What comes before the usual, one request each. */
  public Receiver first(Behaviour... behaviours) {
    synchronized (script) {
      script.addAll(List.of(behaviours));
    }
    return this;
  }

  public Receiver thenAlways(Behaviour behaviour) {
    synchronized (script) {
      always = behaviour;
    }
    return this;
  }

  public int port() {
    return server.getLocalPort();
  }

  public String url() {
    return "http://127.0.0.1:" + port() + "/hook?from=phoihop";
  }

  public List<Call> calls() {
    return List.copyOf(calls);
  }

  public List<Call> calls(Object id) {
    return calls.stream().filter(call -> id.toString().equals(call.id())).toList();
  }

  /** The most requests that it had in hand at one time. */
  public int mostAtOnce() {
    return mostAtOnce.get();
  }

  @Override
  public void close() {
    closed.countDown();
    try {
      server.close();
      for (Socket socket : open) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept() {
    int connections = 0;
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        open.add(socket);
        int number = ++connections;
        start("connection " + number, () -> serve(socket, number));
      } catch (SocketException e) {
        return;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void serve(Socket socket, int number) {
    try (socket) {
      InputStream in = new BufferedInputStream(socket.getInputStream());
      boolean keep = true;
      boolean first = true;
      while (keep) {
        Call call = read(in, number, first);
        if (call == null) {
          return;
        }
        first = false;
        calls.add(call);
        keep = next().answer(call, socket.getOutputStream());
      }
    } catch (IOException | InterruptedException e) {
      // The other side has gone; what it sent is on record.
    } finally {
      open.remove(socket);
    }
  }

  private Behaviour next() {
    synchronized (script) {
      return script.isEmpty() ? always : script.remove();
    }
  }

  private static Call read(InputStream in, int connection, boolean first) throws IOException {
    List<String> lines = new ArrayList<>();
    for (String line = line(in); line != null && !line.isEmpty(); line = line(in)) {
      lines.add(line);
    }
    if (lines.isEmpty()) {
      return null;
    }
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String line : lines.subList(1, lines.size())) {
      int colon = line.indexOf(':');
      headers.put(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
    }
    byte[] body = in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
    return new Call(lines.get(0), headers, body, connection, first);
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        return null;
      }
      if (b != '\r') {
        line.write(b);
      }
    }
    return line.toString(StandardCharsets.ISO_8859_1);
  }

  private static void start(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }
}
