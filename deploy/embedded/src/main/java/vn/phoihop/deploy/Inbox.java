package vn.phoihop.deploy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/**
 * The mails received, oldest first: {@code GET /messages?to=} answers {items[{to[], subject, text,
 * at}]}; without {@code to}, all. Kept in memory, the last ten thousand.
 */
final class Inbox {
  private static final int CAPACITY = 10_000;
  private static final JsonMapper JSON = new JsonMapper();

  record Mail(List<String> to, String subject, String text, String at) {
    boolean isTo(String address) {
      return address.isEmpty() || to.stream().anyMatch(address::equalsIgnoreCase);
    }
  }

  private final Deque<Mail> mails = new ArrayDeque<>();
  private long received;

  /** How many were received so far. */
  synchronized long add(String recipient, MimeMessage message)
      throws MessagingException, IOException {
    String subject = message.getSubject() == null ? "" : message.getSubject();
    mails.add(new Mail(List.of(recipient), subject, text(message), Instant.now().toString()));
    if (mails.size() > CAPACITY) {
      mails.removeFirst();
    }
    return ++received;
  }

  synchronized List<Mail> to(String address) {
    return mails.stream().filter(mail -> mail.isTo(address)).toList();
  }

  /** The plain text of a mail, or whatever text it has. */
  private static String text(Part part) throws MessagingException, IOException {
    if (part.getContent() instanceof Multipart parts) {
      String first = "";
      for (int i = 0; i < parts.getCount(); i++) {
        BodyPart body = parts.getBodyPart(i);
        String text = text(body);
        if (body.isMimeType("text/plain")) {
          return text;
        }
        first = first.isEmpty() ? text : first;
      }
      return first;
    }
    return part.getContent() instanceof String text ? text : "";
  }

  void serve(int port) throws IOException {
    HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
    server.createContext("/messages", this::answer);
    server.start();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String query = exchange.getRequestURI().getRawQuery();
      String to = query != null && query.startsWith("to=") ? query.substring("to=".length()) : "";
      byte[] body =
          JSON.writeValueAsBytes(
              Map.of("items", to(URLDecoder.decode(to, StandardCharsets.UTF_8))));
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }
}
