package vn.phoihop.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Requests as a client of the product sends them. */
final class Http {

  static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  /** An answer; its body is missing where it was not JSON. */
  record Answer(String request, int status, HttpResponse<String> raw, JsonNode json) {

    Answer expect(int expected) {
      assertEquals(expected, status, () -> request + " answered " + raw.body());
      return this;
    }

    String text(String member) {
      return json.path(member).asText();
    }

    Optional<String> header(String name) {
      return raw.headers().firstValue(name);
    }
  }

  private Http() {}

  static HttpRequest.Builder to(String url, String token) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url))
            .timeout(Duration.ofSeconds(30))
            .header("Accept-Language", "en");
    return token == null ? request : request.header("Authorization", "Bearer " + token);
  }

  static Answer get(String url, String token) {
    return send(to(url, token).GET());
  }

  /** The items of a list, all its pages. */
  static List<JsonNode> all(String url, String token) {
    List<JsonNode> items = new ArrayList<>();
    String first = url + (url.contains("?") ? "&" : "?") + "limit=100";
    for (String next = first; next != null; ) {
      Answer page = get(next, token).expect(200);
      page.json().path("items").forEach(items::add);
      next = page.json().has("next") ? first + "&cursor=" + page.text("next") : null;
    }
    return items;
  }

  /** A transition without a body, or a POST of JSON. */
  static Answer post(String url, String token, String... json) {
    HttpRequest.Builder request = to(url, token);
    return send(
        json.length == 0
            ? request.POST(BodyPublishers.noBody())
            : request.header("Content-Type", "application/json").POST(body(json[0])));
  }

  /** Sends a file as the field {@code file} of a form. */
  static Answer upload(String url, String token, String fileName, String mediaType, byte[] file) {
    String boundary = "boundary";
    ByteArrayOutputStream form = new ByteArrayOutputStream();
    form.writeBytes(
        "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: %s\r\n\r\n"
            .formatted(boundary, fileName, mediaType)
            .getBytes(StandardCharsets.UTF_8));
    form.writeBytes(file);
    form.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return send(
        to(url, token)
            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
            .POST(BodyPublishers.ofByteArray(form.toByteArray())));
  }

  /** The bytes of a file, which must be there. */
  static byte[] download(String url, String token) {
    try {
      HttpResponse<byte[]> response =
          CLIENT.send(to(url, token).GET().build(), BodyHandlers.ofByteArray());
      assertEquals(200, response.statusCode(), url);
      return response.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException(e));
    }
  }

  static BodyPublisher body(String text) {
    return BodyPublishers.ofString(text, StandardCharsets.UTF_8);
  }

  static Answer send(HttpRequest.Builder request) {
    try {
      return trySend(request);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Fails with IOException where nobody answers. */
  static Answer trySend(HttpRequest.Builder builder) throws IOException {
    HttpRequest request = builder.build();
    try {
      HttpResponse<String> response = CLIENT.send(request, BodyHandlers.ofString());
      boolean json = response.headers().firstValue("Content-Type").orElse("").contains("json");
      return new Answer(
          request.method() + " " + request.uri(),
          response.statusCode(),
          response,
          json ? JSON.readTree(response.body()) : JSON.missingNode());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
