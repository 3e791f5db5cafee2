package vn.phoihop.bench.http;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import vn.phoihop.deploy.Failure;

/**
 * One kept connection of HTTP/1.1 with as little work a request as can be: the generator of load
 * shares the cores with what it loads. Not for several threads at once.
 */
public final class Wire implements AutoCloseable {

  private static final int TIMEOUT_MILLIS = 30_000;
  private static final String LENGTH = "content-length:";
  private static final String CHUNKED = "transfer-encoding: chunked";

  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;

  /** An answer: status, the head as it came, the body. */
  public record Reply(int status, String head, byte[] body) {

    /** The value of a header, or empty. */
    public String header(String name) {
      String wanted = name.toLowerCase(Locale.ROOT) + ":";
      return head.lines()
          .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(wanted))
          .map(line -> line.substring(wanted.length()).strip())
          .findFirst()
          .orElse("");
    }

    public String text() {
      return new String(body, StandardCharsets.UTF_8);
    }
  }

  public Wire(int port) {
    try {
      socket = new Socket(InetAddress.getLoopbackAddress(), port);
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(TIMEOUT_MILLIS);
      in = new BufferedInputStream(socket.getInputStream(), 16_384);
      out = socket.getOutputStream();
    } catch (IOException e) {
      throw new Failure("nobody answers at port " + port, e);
    }
  }

  /** Sends a whole request, head and body in one write, and reads the answer. */
  public Reply send(byte[] request) {
    try {
      out.write(request);
      String head = head();
      int length = length(head);
      byte[] body = length < 0 ? chunks() : whole(length);
      return new Reply(Integer.parseInt(head.substring(9, 12)), head, body);
    } catch (IOException e) {
      throw new Failure("the connection broke: " + e.getMessage(), e);
    }
  }

  private String head() throws IOException {
    byte[] bytes = new byte[8_192];
    int count = 0;
    while (count < 4 || bytes[count - 1] != '\n' || bytes[count - 3] != '\n') {
      int next = in.read();
      if (next < 0 || count == bytes.length) {
        throw new IOException("the connection was closed, or this is no HTTP");
      }
      bytes[count++] = (byte) next;
    }
    return new String(bytes, 0, count, StandardCharsets.ISO_8859_1);
  }

  /** The body's length; negative where it comes in chunks (RFC 9112 §7.1). */
  static int length(String head) throws IOException {
    String lower = head.toLowerCase(Locale.ROOT);
    int at = lower.indexOf(LENGTH);
    if (at < 0) {
      if (lower.contains(CHUNKED)) {
        return -1;
      }
      throw new IOException("an answer of unknown length: " + head.lines().findFirst().orElse(""));
    }
    return Integer.parseInt(lower.substring(at + LENGTH.length(), lower.indexOf('\r', at)).strip());
  }

  private byte[] whole(int length) throws IOException {
    byte[] body = in.readNBytes(length);
    if (body.length < length) {
      throw new IOException("the answer was cut off");
    }
    return body;
  }

  private byte[] chunks() throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (int length = chunkLength(); length > 0; length = chunkLength()) {
      body.write(whole(length));
      whole(2);
    }
    whole(2);
    return body.toByteArray();
  }

  private int chunkLength() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new IOException("the answer was cut off");
      }
      line.append((char) next);
    }
    return Integer.parseInt(line.toString().strip(), 16);
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      // It is gone either way.
    }
  }
}
