package vn.phoihop.notification.sms;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import vn.phoihop.platform.crypto.Macs;
import vn.phoihop.platform.time.SystemClock;

/** A gateway that takes a message as a JSON document by POST. No redirect is followed. */
@ApplicationScoped
class HttpSmsGateway implements SmsGateway {

  private static final Logger LOG = Logger.getLogger(HttpSmsGateway.class);

  /** What says that the message or the number is wrong; 401 and 403 say that we are. */
  private static final Set<Integer> REFUSALS = Set.of(400, 404, 410, 422);

  private final SmsSettings settings;
  private final ObjectMapper json;
  private final SystemClock clock;
  private final HttpClient http;

  HttpSmsGateway(SmsSettings settings, ObjectMapper json, SystemClock clock) {
    this.settings = settings;
    this.json = json;
    this.clock = clock;
    this.http = HttpClient.newBuilder().connectTimeout(settings.timeout()).build();
  }

  @Override
  public boolean isOn() {
    return settings.url().isPresent();
  }

  @Override
  public Answer send(UUID id, String phone, String text) {
    URI url = settings.url().orElse(null);
    if (url == null) {
      return Answer.DEFERRED;
    }
    try {
      int status = call(request(url, id, body(id, phone, text)));
      if (status / 100 == 2) {
        return Answer.TAKEN;
      }
      LOG.warnf("the SMS gateway answers %d", status);
      return REFUSALS.contains(status) ? Answer.REFUSED : Answer.DEFERRED;
    } catch (ExecutionException | TimeoutException fault) {
      LOG.warnf("the SMS gateway is away: %s", fault.getClass().getSimpleName());
      return Answer.DEFERRED;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return Answer.DEFERRED;
    }
  }

  private int call(HttpRequest request)
      throws ExecutionException, TimeoutException, InterruptedException {
    var call = http.sendAsync(request, BodyHandlers.discarding());
    try {
      return call.thenApply(HttpResponse::statusCode)
          .get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      call.cancel(true);
      throw late;
    }
  }

  private byte[] body(UUID id, String phone, String text) {
    Map<String, String> message = new LinkedHashMap<>();
    message.put("id", id.toString());
    settings.sender().ifPresent(sender -> message.put("from", sender));
    message.put("to", phone);
    message.put("text", text);
    try {
      return json.writeValueAsBytes(message);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private HttpRequest request(URI url, UUID id, byte[] body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(url)
            .timeout(settings.timeout())
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", id.toString())
            .POST(BodyPublishers.ofByteArray(body));
    settings.token().ifPresent(token -> request.header("Authorization", "Bearer " + token));
    settings.secret().ifPresent(secret -> sign(request, secret, id, body));
    return request.build();
  }

  private void sign(HttpRequest.Builder request, String secret, UUID id, byte[] body) {
    String timestamp = Long.toString(clock.now().getEpochSecond());
    byte[] key = Base64.getDecoder().decode(secret.replaceFirst("^whsec_", ""));
    byte[] head = (id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8);
    request
        .header("webhook-id", id.toString())
        .header("webhook-timestamp", timestamp)
        .header(
            "webhook-signature",
            "v1," + Base64.getEncoder().encodeToString(Macs.hmacSha256(key, head, body)));
  }
}
