package vn.phoihop.notification.feed;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import vn.phoihop.notification.IncidentEvents;
import vn.phoihop.notification.Subscriber;
import vn.phoihop.platform.test.Database;
import vn.phoihop.platform.test.Tokens;

@QuarkusTest
class FeedStreamTest {

  private static final String TYPE = "incident.received";

  @Inject FeedStreams streams;
  @Inject Event<ShutdownDelayInitiatedEvent> stopping;

  private final String party = Subscriber.newParty();
  private final String token = Tokens.machine("agency", party);

  @Test
  void what_was_and_what_comes_is_sent_to_the_byte() throws Exception {
    IncidentEvents.publish(TYPE, party);
    FeedRows.awaitEvents(1, party);
    try (RawStream stream = RawStream.open(token, "")) {
      assertEquals(200, stream.status(), stream.head());
      assertTrue(stream.head().contains("text/event-stream"), stream.head());
      stream.awaitSeqs(1L);
      IncidentEvents.publish("incident.closed", party);
      stream.awaitSeqs(1L, 2L);
      stream.awaitText("\n\nid:2\nevent:incident.closed\ndata:" + body(2) + "\n\n");
      assertTrue(stream.text().contains("\n\nid:1\nevent:" + TYPE + "\ndata:" + body(1) + "\n\n"));
      assertTrue(stream.text().startsWith(": hb\nretry:5000\n\n"), stream.text());
    }
  }

  private String body(int seq) throws SQLException {
    return Database.column(
            "SELECT convert_from(n.body, 'UTF8') FROM feed_entry f JOIN notification n"
                + " ON n.id = f.event_id WHERE f.party = ? AND f.seq = ?",
            party,
            seq)
        .get(0);
  }

  @Test
  void a_client_that_comes_again_says_where_it_was_whatever_the_address_says() throws Exception {
    FeedRows.entries(party, TYPE, 1, 5, 1);
    try (RawStream stream = RawStream.open(token, "", "Last-Event-ID: 3")) {
      stream.awaitSeqs(4L, 5L);
    }
    String since = "?since=2026-01-01T00:00:02Z";
    try (RawStream stream = RawStream.open(token, since)) {
      stream.awaitSeqs(2L, 3L, 4L, 5L);
    }
    try (RawStream stream = RawStream.open(token, since, "Last-Event-ID: 4")) {
      stream.awaitSeqs(5L);
    }
  }

  @Test
  void a_filtered_stream_passes_over_thousands_that_do_not_fit() throws Exception {
    FeedRows.entries(party, TYPE, 1, 2_500, 1);
    FeedRows.entries(party, "exchange.recalled", 2_501, 2_501, 1);
    try (RawStream stream = RawStream.open(token, "?eventTypes=exchange.recalled,request.issued")) {
      stream.awaitSeqs(2_501L);
    }
  }

  @Test
  void a_long_past_comes_whole_and_in_order() throws Exception {
    FeedRows.entries(party, TYPE, 1, 3_000, 100);
    try (RawStream stream = RawStream.open(token, "")) {
      Awaitility.await().atMost(FeedRows.SOON).until(() -> stream.seqs().size() == 3_000);
      assertEquals(LongStream.rangeClosed(1, 3_000).boxed().toList(), stream.seqs());
    }
  }

  @Test
  void a_comment_shows_that_the_line_is_alive() throws Exception {
    try (RawStream stream = RawStream.open(token, "")) {
      Awaitility.await()
          .atMost(FeedRows.SOON)
          .until(() -> stream.text().split(": hb\n", -1).length > 3);
      assertFalse(stream.isClosed());
    }
  }

  @Test
  void it_ends_when_the_token_does() throws Exception {
    Instant opened = Instant.now();
    Duration left = Duration.ofSeconds(8);
    try (RawStream stream = RawStream.open(Tokens.expiring("agency", party, left), "")) {
      stream.awaitText(": hb");
      assertFalse(stream.isClosed());
      stream.awaitClosed();
      // exp counts in whole seconds.
      assertTrue(Instant.now().isAfter(opened.plus(left).minusMillis(1_001)));
      // The client may hear of the end before the place is given free.
      Awaitility.await().atMost(FeedRows.SOON).until(() -> streams.count(party) == 0);
    }
  }

  @Test
  void one_party_has_so_many_and_no_more() throws Exception {
    List<RawStream> open = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      open.add(RawStream.open(token, ""));
      assertEquals(200, open.get(i).status());
    }
    try (RawStream refused = RawStream.open(token, "")) {
      assertEquals(429, refused.status());
      assertTrue(refused.head().contains("application/problem+json"), refused.head());
      assertTrue(refused.head().toLowerCase(java.util.Locale.ROOT).contains("retry-after: 5"));
    }
    try (RawStream other = RawStream.open(Tokens.machine("agency", Subscriber.newParty()), "")) {
      assertEquals(200, other.status());
    }
    // All three hear of one event.
    IncidentEvents.publish(TYPE, party);
    for (RawStream stream : open) {
      stream.awaitSeqs(1L);
    }
    // Who hangs up gives the place free.
    open.get(0).close();
    Awaitility.await().atMost(FeedRows.SOON).until(() -> streams.count(party) == 2);
    open.set(0, RawStream.open(token, ""));
    assertEquals(200, open.get(0).status());
    for (RawStream stream : open) {
      stream.close();
    }
    Awaitility.await().atMost(FeedRows.SOON).until(() -> streams.count(party) == 0);
  }

  @Test
  void who_takes_nothing_is_cut_off_and_can_go_on_later() throws Exception {
    FeedRows.entries(party, TYPE, 1, 6_000, 4_000);
    try (RawStream deaf = RawStream.deaf(token)) {
      Awaitility.await().atMost(FeedRows.SOON).until(() -> streams.count(party) == 1);
      Awaitility.await().atMost(FeedRows.SOON).until(() -> streams.count(party) == 0);
    }
    try (RawStream stream = RawStream.open(token, "", "Last-Event-ID: 5998")) {
      stream.awaitSeqs(5_999L, 6_000L);
    }
  }

  @Test
  void streams_end_when_the_service_stops() throws Exception {
    try (RawStream stream = RawStream.open(token, "")) {
      stream.awaitText(": hb");
      stopping.fire(new ShutdownDelayInitiatedEvent());
      stream.awaitClosed();
      // The client may hear of the end before the place is given free.
      Awaitility.await().atMost(FeedRows.SOON).until(() -> streams.count(party) == 0);
    }
  }

  @Test
  void another_partys_events_are_not_heard() throws Exception {
    try (RawStream stream = RawStream.open(token, "")) {
      stream.awaitText(": hb");
      String other = Subscriber.newParty();
      IncidentEvents.publish(TYPE, other);
      FeedRows.awaitEvents(1, other);
      UUID own = IncidentEvents.publish(TYPE, party);
      stream.awaitSeqs(1L);
      assertEquals(List.of(own), FeedRows.events(party));
    }
  }

  @Test
  void what_is_wrong_is_named_before_the_stream_begins() throws Exception {
    for (String id : List.of("x", "-1", "1.5", "9999999999999999999")) {
      refused("", id, "header:Last-Event-ID", "FORMAT");
    }
    refused("", "1", "header:Last-Event-ID", "BEYOND_END");
    refused("?eventTypes=incident.lost", "0", "query:eventTypes", "UNKNOWN_EVENT_TYPE");
    refused("?since=now", "0", "query:since", "FORMAT");
    refused("?access_token=" + token, "0", "query:access_token", "TOKEN_IN_ADDRESS");
    try (RawStream stream = RawStream.open(null, "?access_token=" + token)) {
      assertEquals(401, stream.status());
    }
    try (RawStream stream = RawStream.open(Tokens.operator(), "")) {
      assertEquals(403, stream.status());
    }
    assertEquals(0, streams.count(party));
  }

  private void refused(String query, String lastEventId, String pointer, String code) {
    RestAssured.given()
        .auth()
        .oauth2(token)
        .header("Last-Event-ID", lastEventId)
        .accept("text/event-stream")
        .get("/api/v1/feed/stream" + query)
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("errors[0].pointer", equalTo(pointer))
        .body("errors[0].code", equalTo(code));
  }
}
