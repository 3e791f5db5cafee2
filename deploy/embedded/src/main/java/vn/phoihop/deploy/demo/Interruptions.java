package vn.phoihop.deploy.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import vn.phoihop.deploy.Failure;
import vn.phoihop.deploy.Port;
import vn.phoihop.deploy.Token;

/**
 * What happens to an authority's system in the field: it is down and catches up, it changes its
 * secret while events come, and strangers call it.
 */
final class Interruptions {
  private static final String TYPE = "incident.received";
  private static final String DELIVERIES = "/api/v1/deliveries";
  private static final int EVENTS = 20;

  private final Api api;
  private final Token tokens;
  private final Story story;
  private final String anHourAgo;

  Interruptions(Api api, Token tokens, Story story, ZonedDateTime now) {
    this.api = api;
    this.tokens = tokens;
    this.story = story;
    this.anHourAgo = now.minusHours(1).toInstant().toString();
  }

  void walk(Enterprise enterprise, Receiver police) {
    String token = enterprise.token();
    catchesUp(token, police);
    rotates(token, police);
    refuses(police);
  }

  private void catchesUp(String token, Receiver police) {
    story.chapter("The Police's system is down, comes back and catches up");
    Feed feed = new Feed(api, tokens, story);
    String bookmark = feed.bookmark(TYPE);
    police.stop();
    String asked = report(token);
    String awaited = report(token);
    story.step("While nothing listens there, two incidents are reported");
    String agency = tokens.of("agency-police");
    List<JsonNode> waiting =
        Waiting.until(
            "two deliveries that wait for their next attempt", () -> two(waiting(police, agency)));
    story.step("Their deliveries wait for the next attempt, and the Police see it");
    for (JsonNode one : waiting) {
      story.detail(
          "%s  attempts %s, next at %s"
              .formatted(
                  one.path("state").asText(),
                  one.path("attemptCount"),
                  one.path("nextAttemptAt").asText()));
    }
    police.comeBack();
    // The newest come first.
    String delivery = waiting.get(1).path("id").asText();
    api.expect(
        "The system is back, and the Police ask for the first of them at once",
        202,
        api.post(
            Port.NOTIFICATION, "%s/%s/resend".formatted(DELIVERIES, delivery), agency, Map.of()),
        "/id");
    Webhook first = police.await(TYPE, asked);
    Webhook second = police.await(TYPE, awaited);
    story.detail("the second by itself: attempts are made again after five seconds, then rarer");
    feed.hasTheSame(TYPE, bookmark, List.of(first, second));
  }

  private List<JsonNode> waiting(Receiver police, String agency) {
    Answer page =
        api.get(
            Port.NOTIFICATION,
            "%s?subscriptionId=%s&state=RETRY_WAIT".formatted(DELIVERIES, police.subscription()),
            agency);
    return StreamSupport.stream(page.body().path("items").spliterator(), false).toList();
  }

  private static Optional<List<JsonNode>> two(List<JsonNode> deliveries) {
    return deliveries.size() == 2 ? Optional.of(deliveries) : Optional.empty();
  }

  private void rotates(String token, Receiver police) {
    story.chapter("The Police change their secret while events come");
    CountDownLatch some = new CountDownLatch(EVENTS / 4);
    ExecutorService reporters = Executors.newFixedThreadPool(2);
    try {
      List<Future<Webhook>> arrivals =
          IntStream.range(0, EVENTS)
              .mapToObj(i -> reporters.submit(() -> arrival(token, police, some)))
              .toList();
      some.await();
      Answer rotated =
          api.expect(
              "In the midst of %d events they ask for a new secret".formatted(EVENTS),
              200,
              api.post(
                  Port.NOTIFICATION,
                  "/api/v1/subscriptions/%s/secret/rotate".formatted(police.subscription()),
                  tokens.of("agency-police"),
                  Map.of("gracePeriodSeconds", 600)),
              "/state");
      int both = 0;
      for (Future<Webhook> arrival : arrivals) {
        both += arrival.get().signatures() == 2 ? 1 : 0;
      }
      story.step("All of them arrive and verify, although their system knows only the former one");
      story.detail(
          "%d signed by the former secret alone, %d by both".formatted(EVENTS - both, both));
      story.check(both > 0, "once it has changed, both secrets should sign");
      police.changeTo(rotated.string("/secret"));
      story.step("Their system changes to the new one, when it suits them");
      police.await(TYPE, report(token));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure("interrupted", e);
    } catch (ExecutionException e) {
      throw new Failure("an event during the rotation: " + e.getMessage(), e);
    } finally {
      reporters.shutdownNow();
    }
  }

  private Webhook arrival(String token, Receiver police, CountDownLatch count) {
    Webhook webhook = police.silently(TYPE, report(token));
    count.countDown();
    return webhook;
  }

  private void refuses(Receiver police) {
    story.chapter("A stranger writes to the Police's system in our name");
    String body =
        "{\"type\":\"incident.closed\",\"timestamp\":\"%s\",\"data\":{\"id\":\"%s\",\"state\":\"CLOSED\"}}"
            .formatted(Instant.now(), UUID.randomUUID());
    String id = UUID.randomUUID().toString();
    long timestamp = Instant.now().getEpochSecond();
    api.expect(
        "With a secret of his own",
        401,
        api.call(
            police.url(),
            Map.of(
                "webhook-id",
                id,
                "webhook-timestamp",
                Long.toString(timestamp),
                "webhook-signature",
                signature(id, timestamp, body)),
            body));
    story.check(police.refused(body), "the Police's system should have refused it");
    api.expect("And with no signature at all", 401, api.call(police.url(), Map.of(), body));
    story.check(police.refused(body), "the Police's system should have refused it");
  }

  private static String signature(String id, long timestamp, String body) {
    String secret = "whsec_" + Base64.getEncoder().encodeToString(new byte[32]);
    try {
      return new com.standardwebhooks.Webhook(secret).sign(id, timestamp, body);
    } catch (WebhookSigningException | EmptyWebhookSecretException e) {
      throw new Failure("the official library does not sign: " + e.getMessage(), e);
    }
  }

  private String report(String token) {
    Answer received =
        api.post(
            Port.INCIDENT,
            "/api/v1/incidents",
            token,
            Map.of(
                "stage",
                "EARLY",
                "violationTypes",
                List.of("TEL_BYPASS_SIMBOX"),
                "summary",
                "Thử kết nối: máy chủ của cơ quan ngừng rồi chạy lại",
                "detectedAt",
                anHourAgo,
                "indicators",
                List.of(Map.of("type", "MSISDN", "value", "0912 345 678"))),
            Map.of("Idempotency-Key", UUID.randomUUID().toString()));
    story.check(received.status() == 201, received.request() + ": " + received.text());
    return received.string("/id");
  }
}
