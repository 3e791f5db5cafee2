package vn.phoihop.notification;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.net.http.HttpHeaders;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import vn.phoihop.platform.test.OpenApiContract;
import vn.phoihop.platform.test.Tokens;

/** An agency of its own with a subscription, so that tests do not hear each other's events. */
public record Subscriber(String party, String id, String secret) {

  /** Subscribes a new agency. */
  public static Subscriber to(String url, String... types) {
    return of(newParty(), url, types);
  }

  public static Subscriber of(String party, String url, String... types) {
    ValidatableResponse made = create(party, url, List.of(types)).statusCode(201);
    return new Subscriber(party, made.extract().path("id"), made.extract().path("secret"));
  }

  /** Subscribes a new agency with further members beside URL and types: a name, its value, ... */
  public static Subscriber with(String url, String type, Object... more) {
    String party = newParty();
    ValidatableResponse made = create(party, content(url, List.of(type), more)).statusCode(201);
    return new Subscriber(party, made.extract().path("id"), made.extract().path("secret"));
  }

  public static ValidatableResponse create(String party, String url, List<String> types) {
    return create(party, content(url, types));
  }

  public static Map<String, Object> content(String url, List<String> types, Object... more) {
    Map<String, Object> content = new HashMap<>(Map.of("url", url, "eventTypes", types));
    for (int i = 0; i < more.length; i += 2) {
      content.put((String) more[i], more[i + 1]);
    }
    return content;
  }

  public static ValidatableResponse create(String party, Map<String, Object> content) {
    return as(Tokens.machine("agency", party))
        .contentType(ContentType.JSON)
        .body(content)
        .post("/api/v1/subscriptions")
        .then();
  }

  /** The code of an agency that nobody has had yet. */
  public static String newParty() {
    return new SecureRandom()
        .ints(20, 'A', 'Z' + 1)
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  /** A request whose answer is held against the OpenAPI document. */
  public static RequestSpecification as(String token) {
    return given().filter(OpenApiContract.filter("notification")).auth().oauth2(token);
  }

  public RequestSpecification request() {
    return as(token());
  }

  public String token() {
    return Tokens.machine("agency", party);
  }

  /** The delivery of an event, once it is in a state. */
  public ValidatableResponse delivery(UUID eventId, String state) {
    String id =
        Awaitility.await("a delivery of " + eventId + " that is " + state)
            .atMost(Duration.ofSeconds(30))
            .until(
                () ->
                    request()
                        .queryParam("subscriptionId", this.id)
                        .get("/api/v1/deliveries")
                        .then()
                        .statusCode(200)
                        .extract()
                        .<String>path(
                            "items.find { it.eventId == '%s' && it.state == '%s' }?.id"
                                .formatted(eventId, state)),
                found -> found != null);
    return request()
        .get("/api/v1/deliveries/" + id)
        .then()
        .statusCode(200)
        .body("eventId", equalTo(eventId.toString()));
  }

  /** What a receiver does: the official library, with this subscription's secret. */
  public void verify(Receiver.Call call) throws WebhookVerificationException {
    verify(call, secret);
  }

  public static void verify(Receiver.Call call, String secret) throws WebhookVerificationException {
    Map<String, List<String>> headers =
        call.headers().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, e -> List.of(e.getValue())));
    try {
      new Webhook(secret).verify(call.text(), HttpHeaders.of(headers, (name, value) -> true));
    } catch (com.standardwebhooks.exceptions.EmptyWebhookSecretException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
