package vn.phoihop.deploy.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.phoihop.deploy.Failure;
import vn.phoihop.deploy.Port;
import vn.phoihop.deploy.Settings;

/** The services' HTTP interfaces, as any client has them. */
final class Api {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String BOUNDARY = "phoihop-demo-boundary";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final Settings settings;
  private final Story story;

  Api(Settings settings, Story story) {
    this.settings = settings;
    this.story = story;
  }

  Answer get(Port service, String path, String token) {
    return send(request(service, path).header("Authorization", "Bearer " + token).GET());
  }

  Answer getPublic(Port service, String path) {
    return send(request(service, path).GET());
  }

  Answer delete(Port service, String path, String token) {
    return send(
        request(service, path)
            .header("Authorization", "Bearer " + token)
            .header("If-Match", "*")
            .DELETE());
  }

  Answer post(Port service, String path, String token, Object body) {
    return post(service, path, token, body, Map.of());
  }

  Answer post(
      Port service, String path, String token, Object body, Map<String, String> moreHeaders) {
    HttpRequest.Builder request =
        request(service, path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(write(body)));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    moreHeaders.forEach(request::header);
    return send(request);
  }

  /** Sends bytes of a media type: a file as the body, or a multipart form made by the caller. */
  Answer send(
      String method, Port service, String path, String token, String mediaType, byte[] body) {
    return send(
        request(service, path)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", mediaType)
            .method(method, BodyPublishers.ofByteArray(body)));
  }

  /** Sends a file as the field {@code file} of a form. */
  Answer upload(
      Port service, String path, String token, String fileName, String mediaType, byte[] content) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(
        "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: %s\r\n\r\n"
            .formatted(BOUNDARY, fileName, mediaType)
            .getBytes(StandardCharsets.UTF_8));
    body.writeBytes(content);
    body.writeBytes("\r\n--%s--\r\n".formatted(BOUNDARY).getBytes(StandardCharsets.UTF_8));
    return send(
        "POST",
        service,
        path,
        token,
        "multipart/form-data; boundary=" + BOUNDARY,
        body.toByteArray());
  }

  Download download(Port service, String path, String token) {
    HttpRequest request =
        request(service, path).header("Authorization", "Bearer " + token).GET().build();
    HttpResponse<byte[]> response = exchange(request, BodyHandlers.ofByteArray());
    return new Download(
        line(request),
        response.statusCode(),
        response.headers().firstValue("Content-Type").orElse(""),
        response.body());
  }

  /** The first lines of an answer that does not end by itself, up to one that says enough. */
  List<String> follow(
      Port service,
      String path,
      String token,
      Map<String, String> headers,
      Predicate<List<String>> enough) {
    HttpRequest.Builder builder =
        request(service, path).header("Authorization", "Bearer " + token).GET();
    headers.forEach(builder::header);
    HttpRequest request = builder.build();
    HttpResponse<InputStream> response = exchange(request, BodyHandlers.ofInputStream());
    Instant deadline = Instant.now().plus(PATIENCE);
    List<String> lines = new ArrayList<>();
    try (BufferedReader body =
        new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
      // A comment comes every few seconds, so that no line is waited for too long.
      while (!enough.test(lines) && Instant.now().isBefore(deadline)) {
        String line = body.readLine();
        if (line == null) {
          throw new Failure(line(request) + " ended after " + lines);
        }
        lines.add(line);
      }
      return lines;
    } catch (IOException e) {
      throw new Failure("%s broke off: %s".formatted(line(request), e), e);
    }
  }

  /** A form, as OAuth wants it, at an address that a service gave. */
  Answer form(String url, String form) {
    return send(
        HttpRequest.newBuilder(URI.create(url))
            .timeout(Duration.ofSeconds(30))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form)));
  }

  /** A call to somebody else's system. */
  Answer call(URI url, Map<String, String> headers, String json) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(url)
            .timeout(Duration.ofSeconds(30))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json));
    headers.forEach(request::header);
    return send(request);
  }

  private HttpRequest.Builder request(Port service, String path) {
    return HttpRequest.newBuilder(URI.create(settings.url(service) + path))
        .timeout(Duration.ofSeconds(30));
  }

  private Answer send(HttpRequest.Builder builder) {
    HttpRequest request = builder.build();
    HttpResponse<String> response = exchange(request, BodyHandlers.ofString());
    return new Answer(
        line(request),
        response.statusCode(),
        response.body(),
        parse(request, response),
        response.headers().firstValue("Location").orElse(""));
  }

  private <T> HttpResponse<T> exchange(HttpRequest request, BodyHandler<T> handler) {
    try {
      return client.send(request, handler);
    } catch (IOException e) {
      throw new Failure("%s: no answer (%s)".formatted(line(request), e), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure(line(request) + ": interrupted", e);
    }
  }

  private static String line(HttpRequest request) {
    return "%s %s".formatted(request.method(), request.uri());
  }

  private static JsonNode parse(HttpRequest request, HttpResponse<String> response) {
    boolean json =
        response
            .headers()
            .firstValue("Content-Type")
            .filter(type -> type.contains("json"))
            .isPresent();
    try {
      return json && !response.body().isEmpty() ? JSON.readTree(response.body()) : Answer.NOTHING;
    } catch (IOException e) {
      throw new Failure("%s answers what is no JSON: %s".formatted(line(request), e), e);
    }
  }

  private static String write(Object body) {
    try {
      return JSON.writeValueAsString(body);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Tells the step and what came back; another status ends the demo. */
  Answer expect(String who, int status, Answer answer, String... shown) {
    String facts =
        Stream.of(shown)
            .map(pointer -> pointer.substring(1) + " " + answer.body().at(pointer))
            .collect(Collectors.joining(", "));
    story.step(who);
    story.detail(
        "%s  ->  %d%s"
            .formatted(answer.request(), answer.status(), facts.isEmpty() ? "" : "  " + facts));
    story.check(
        answer.status() == status,
        "%s answers %d instead of %d: %s"
            .formatted(answer.request(), answer.status(), status, answer.text()));
    return answer;
  }
}
