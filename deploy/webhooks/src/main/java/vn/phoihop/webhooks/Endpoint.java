package vn.phoihop.webhooks;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * The receiver's URL. Speaks HTTP/1.1 itself, a connection a call: HTTP clients refuse to send, or
 * quietly mend, the headers that a forger would send.
 */
final class Endpoint {
  private static final int LONGEST_HEAD = 64_000;

  private final URI url;
  private final SSLSocketFactory tls;
  private final Duration patience;
  private int answered;
  private Duration longest = Duration.ZERO;

  /**
   * @param patience how long an answer may take in all
   */
  Endpoint(URI url, SSLSocketFactory tls, Duration patience) {
    this.url = url;
    this.tls = tls;
    this.patience = patience;
  }

  Duration patience() {
    return patience;
  }

  /** How many calls were answered. */
  int answered() {
    return answered;
  }

  /** What the slowest call took. */
  Duration longest() {
    return longest;
  }

  Answer send(Call call) {
    Answer answer = exchange(call);
    answered += answer.came() ? 1 : 0;
    longest = answer.took().compareTo(longest) > 0 ? answer.took() : longest;
    return answer;
  }

  private Answer exchange(Call call) {
    long begin = System.nanoTime();
    long deadline = begin + patience.toNanos();
    try (Socket socket = connect()) {
      OutputStream out = socket.getOutputStream();
      out.write(request(call));
      out.flush();
      return answer(socket, begin, deadline);
    } catch (SocketTimeoutException e) {
      return Answer.none("no answer in %d s".formatted(patience.toSeconds()), patience);
    } catch (EOFException e) {
      return Answer.none("closed without answer", since(begin));
    } catch (IOException e) {
      return Answer.none(
          e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage(), since(begin));
    }
  }

  private Socket connect() throws IOException {
    boolean secure = url.getScheme().equalsIgnoreCase("https");
    int port = url.getPort() >= 0 ? url.getPort() : secure ? 443 : 80;
    int millis = Math.toIntExact(patience.toMillis());
    String host = url.getHost().replaceAll("[\\[\\]]", "");
    Socket plain = new Socket();
    try {
      plain.setTcpNoDelay(true);
      plain.setSoTimeout(millis);
      plain.connect(new InetSocketAddress(host, port), millis);
      if (!secure) {
        return plain;
      }
      SSLSocket socket = (SSLSocket) tls.createSocket(plain, host, port, true);
      SSLParameters parameters = socket.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      socket.setSSLParameters(parameters);
      socket.startHandshake();
      return socket;
    } catch (IOException e) {
      plain.close();
      throw e;
    }
  }

  private byte[] request(Call call) {
    StringBuilder head = new StringBuilder();
    String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
    String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
    head.append(call.method()).append(" ").append(path).append(query).append(" HTTP/1.1\r\n");
    head.append("Host: ").append(url.getRawAuthority()).append("\r\n");
    head.append("Content-Type: application/json\r\n");
    head.append("Content-Length: ").append(call.body().length).append("\r\n");
    head.append("User-Agent: phoi-hop-conformance/1\r\n");
    head.append("Connection: close\r\n");
    call.headers().forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
    head.append("\r\n");
    ByteArrayOutputStream request = new ByteArrayOutputStream();
    request.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
    request.writeBytes(call.body());
    return request.toByteArray();
  }

  /** The status and headers; the body may come or not, the sender has what it needs. */
  private static Answer answer(Socket socket, long begin, long deadline) throws IOException {
    InputStream in = socket.getInputStream();
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n", head.length() - 4) < 0) {
      long left = (deadline - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        throw new SocketTimeoutException();
      }
      socket.setSoTimeout(Math.toIntExact(left));
      int next = in.read();
      if (next < 0) {
        throw new EOFException();
      }
      head.append((char) next);
      if (head.length() > LONGEST_HEAD) {
        throw new IOException("endless headers");
      }
    }
    String[] lines = head.toString().split("\r\n");
    if (!lines[0].matches("HTTP/1\\.[01] [1-5][0-9][0-9].*")) {
      throw new IOException("no HTTP: " + lines[0]);
    }
    Map<String, String> headers = new HashMap<>();
    for (int i = 1; i < lines.length; i++) {
      int colon = lines[i].indexOf(':');
      if (colon > 0) {
        headers.put(
            lines[i].substring(0, colon).toLowerCase(Locale.ROOT),
            lines[i].substring(colon + 1).strip());
      }
    }
    return new Answer(Integer.parseInt(lines[0].substring(9, 12)), "", headers, since(begin));
  }

  private static Duration since(long begin) {
    return Duration.ofNanos(System.nanoTime() - begin);
  }
}
