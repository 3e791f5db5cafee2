package vn.phoihop.notification.feed;

import io.restassured.RestAssured;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/**
 * A client of server-sent events over a bare socket: what came is there to the byte, and when the
 * line was closed too.
 */
final class RawStream implements AutoCloseable {

  private static final Pattern SEQ = Pattern.compile("(?m)^id: ?([0-9]+)$");

  private final Socket socket = new Socket();
  private final StringBuffer text = new StringBuffer();
  private volatile String head = "";
  private volatile boolean closed;

  private RawStream(int receiveBuffer) throws IOException {
    if (receiveBuffer > 0) {
      socket.setReceiveBufferSize(receiveBuffer);
    }
    socket.connect(new InetSocketAddress("127.0.0.1", RestAssured.port));
  }

  static RawStream open(String token, String query, String... headers) throws IOException {
    RawStream stream = new RawStream(0);
    stream.ask(token, query, headers);
    Thread reader = new Thread(stream::read, "raw-stream");
    reader.setDaemon(true);
    reader.start();
    Awaitility.await().atMost(FeedRows.SOON).until(() -> !stream.head.isEmpty());
    return stream;
  }

  /** A client that asks and then takes nothing. */
  static RawStream deaf(String token) throws IOException {
    RawStream stream = new RawStream(4_096);
    stream.ask(token, "");
    return stream;
  }

  private void ask(String token, String query, String... headers) throws IOException {
    StringBuilder request = new StringBuilder("GET /api/v1/feed/stream" + query + " HTTP/1.1\r\n");
    request.append("Host: localhost\r\nAccept: text/event-stream\r\n");
    if (token != null) {
      request.append("Authorization: Bearer ").append(token).append("\r\n");
    }
    for (String header : headers) {
      request.append(header).append("\r\n");
    }
    socket
        .getOutputStream()
        .write(request.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
  }

  private void read() {
    try (InputStream in = new BufferedInputStream(socket.getInputStream())) {
      StringBuilder lines = new StringBuilder();
      for (String line = line(in); !line.isEmpty(); line = line(in)) {
        lines.append(line).append('\n');
      }
      head = lines.toString();
      boolean chunked = head.toLowerCase(java.util.Locale.ROOT).contains("chunked");
      while (chunked) {
        int size = Integer.parseInt(line(in), 16);
        text.append(new String(in.readNBytes(size), StandardCharsets.UTF_8));
        line(in);
        if (size == 0) {
          break;
        }
      }
    } catch (IOException e) {
      // Closed in the middle: closed all the same.
    } finally {
      closed = true;
    }
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException();
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  /** Status line and headers. */
  String head() {
    return head;
  }

  int status() {
    return Integer.parseInt(head.split(" ")[1]);
  }

  String text() {
    return text.toString();
  }

  List<Long> seqs() {
    return SEQ.matcher(text).results().map(MatchResult::group).map(RawStream::seq).toList();
  }

  private static long seq(String line) {
    return Long.parseLong(line.replaceAll("[^0-9]", ""));
  }

  void awaitSeqs(Long... seqs) {
    Awaitility.await().atMost(FeedRows.SOON).until(() -> seqs().equals(List.of(seqs)));
  }

  void awaitText(String part) {
    Awaitility.await().atMost(FeedRows.SOON).until(() -> text().contains(part));
  }

  void awaitClosed() {
    Awaitility.await().atMost(FeedRows.SOON).until(() -> closed);
  }

  boolean isClosed() {
    return closed;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
