package vn.phoihop.notification.delivery;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.phoihop.notification.FixedSettings;
import vn.phoihop.notification.Receiver;
import vn.phoihop.notification.Receiver.Call;
import vn.phoihop.notification.address.Handshake;
import vn.phoihop.notification.address.RefusedTarget;
import vn.phoihop.notification.address.Target;
import vn.phoihop.notification.address.Tier;
import vn.phoihop.notification.delivery.Outcome.Fault;
import vn.phoihop.platform.time.SystemClock;

/** The client against receivers that misbehave, on real sockets. */
class WebhookClientTest {

  private static final Vertx VERTX = Vertx.vertx();

  /** For who lets it run out. */
  private static final Duration TIMEOUT = Duration.ofSeconds(1);

  /** For all others, on a machine that has much else to do. */
  private static final Duration PATIENCE = Duration.ofSeconds(8);

  private final WebhookClient client = client(PATIENCE, Optional.empty());

  @AfterAll
  static void stop() {
    VERTX.close();
  }

  @Test
  void sends_the_bytes_and_the_headers_to_the_path() throws Exception {
    try (Receiver receiver = Receiver.ok()) {
      WebhookRequest request = request();
      Outcome outcome = post(client, plain(receiver), request);
      assertEquals(200, outcome.status());
      assertNull(outcome.fault());
      Call call = receiver.calls().get(0);
      assertEquals("POST /hook?from=phoihop HTTP/1.1", call.line());
      assertEquals("127.0.0.1:" + receiver.port(), call.headers().get("host"));
      assertArrayEquals(request.body(), call.body());
      request.headers().forEach((name, value) -> assertEquals(value, call.headers().get(name)));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void a_redirect_is_a_failure_and_is_not_followed(int status) throws Exception {
    try (Receiver elsewhere = Receiver.ok();
        Receiver receiver =
            Receiver.with(Receiver.status(status, "location: " + elsewhere.url()))) {
      Outcome outcome = post(client, plain(receiver), request());
      assertEquals(status, outcome.status());
      assertEquals(Fault.E_HTTP, outcome.fault());
      assertEquals(List.of(), elsewhere.calls());
    }
  }

  @Test
  void what_a_receiver_asks_for_is_read() throws Exception {
    try (Receiver receiver = Receiver.with(Receiver.status(429, "retry-after: 120"))) {
      receiver.first(Receiver.status(400, "webhook-delivery: abort-message"));
      assertTrue(post(client, plain(receiver), request()).hopeless());
      Outcome throttled = post(client, plain(receiver), request());
      assertEquals(Duration.ofMinutes(2), throttled.retryAfter());
      assertTrue(throttled.overloaded());
    }
  }

  @Test
  void a_receiver_that_says_nothing_times_out() throws Exception {
    try (Receiver receiver = Receiver.ok()) {
      receiver.thenAlways(receiver.hanging());
      WebhookClient hasty = client(TIMEOUT, Optional.empty());
      Outcome outcome = post(hasty, plain(receiver), request());
      assertEquals(Fault.E_TIMEOUT, outcome.fault());
      assertTrue(outcome.duration().compareTo(TIMEOUT) >= 0);
      assertTrue(outcome.overloaded());
    }
  }

  @Test
  void a_head_that_drips_times_out() throws Exception {
    Receiver.Behaviour drip =
        (call, out) -> {
          out.write("HTTP/1.1 200 OK\r\nx-slow: ".getBytes(ISO_8859_1));
          while (true) {
            out.write('a');
            out.flush();
            TimeUnit.MILLISECONDS.sleep(20);
          }
        };
    try (Receiver receiver = Receiver.with(drip)) {
      WebhookClient hasty = client(TIMEOUT, Optional.empty());
      assertEquals(Fault.E_TIMEOUT, post(hasty, plain(receiver), request()).fault());
    }
  }

  @Test
  void a_2xx_whose_body_never_ends_is_delivered_and_cut() throws Exception {
    Receiver.Behaviour endless =
        (call, out) -> {
          out.write("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n".getBytes(ISO_8859_1));
          while (true) {
            out.write(("1000\r\n" + "x".repeat(0x1000) + "\r\n").getBytes(ISO_8859_1));
          }
        };
    try (Receiver receiver = Receiver.with(endless)) {
      Outcome outcome = post(client, target(receiver, "127.0.0.1", false, Tier.PUBLIC), request());
      assertTrue(outcome.delivered());
      assertNotNull(outcome.head());
      assertEquals(20_000, outcome.head().length);
      assertTrue(outcome.duration().compareTo(PATIENCE) < 0);
    }
  }

  @Test
  void what_stands_in_a_private_network_is_not_kept() throws Exception {
    try (Receiver receiver = Receiver.ok()) {
      assertNull(
          post(client, target(receiver, "127.0.0.1", false, Tier.PRIVATE), request()).head());
      assertArrayEquals(
          "seen".getBytes(ISO_8859_1),
          post(client, target(receiver, "127.0.0.1", false, Tier.PUBLIC), request()).head());
    }
  }

  @Test
  void a_connection_that_the_receiver_closes_while_it_is_taken_again_loses_nothing()
      throws Exception {
    try (Receiver receiver = Receiver.with(Receiver.closingOnReuse())) {
      for (int i = 0; i < 10; i++) {
        assertEquals(200, post(client, plain(receiver), request()).status());
      }
      long met = receiver.calls().stream().filter(call -> !call.first()).count();
      assertTrue(met > 0, "no connection was taken again, so that nothing was tried");
    }
  }

  @Test
  void when_every_kept_connection_is_dead_the_second_call_has_one_of_its_own() throws Exception {
    try (Receiver receiver = Receiver.with(Receiver.closingOnReuse())) {
      Target target = plain(receiver);
      List<CompletableFuture<Outcome>> together =
          Stream.generate(() -> start(client, target, request())).limit(8).toList();
      for (CompletableFuture<Outcome> one : together) {
        one.get(10, TimeUnit.SECONDS);
      }
      long kept = receiver.calls().stream().filter(Call::first).count();
      assertTrue(kept > 2, "too few are kept for the trial");
      assertEquals(200, post(client, target, request()).status());
    }
  }

  @Test
  void a_connection_that_the_receiver_closes_when_idle_loses_nothing() throws Exception {
    try (Receiver receiver = Receiver.with(Receiver.closingAfterwards())) {
      for (int i = 0; i < 50; i++) {
        assertEquals(200, post(client, plain(receiver), request()).status());
      }
    }
  }

  @Test
  void a_receiver_that_always_closes_without_an_answer_is_asked_twice_and_has_failed()
      throws Exception {
    try (Receiver receiver = Receiver.with((call, out) -> false)) {
      Outcome outcome = post(client, plain(receiver), request());
      assertEquals(Fault.E_CONNECTION, outcome.fault());
      assertEquals(2, receiver.calls().size());
      assertEquals(receiver.calls().get(0).id(), receiver.calls().get(1).id());
    }
  }

  @Test
  void calls_that_hang_leave_the_others_of_their_host_alone() throws Exception {
    try (Receiver receiver = Receiver.ok()) {
      receiver.thenAlways(receiver.hanging());
      Target target = plain(receiver);
      // No more at once than its socket lets wait.
      for (int hanging : List.of(40, 80)) {
        Stream.generate(() -> start(client, target, request())).limit(40).toList();
        await().until(() -> receiver.calls().size() == hanging);
      }
      receiver.thenAlways(Receiver.status(200));
      Outcome outcome = post(client, target, request());
      assertEquals(200, outcome.status());
      assertTrue(outcome.duration().compareTo(PATIENCE.dividedBy(2)) < 0);
    }
  }

  @Test
  void what_follows_an_answer_that_has_no_body_is_not_taken_for_the_next() throws Exception {
    Receiver.Behaviour withBody =
        (call, out) -> {
          out.write(
              "HTTP/1.1 204 No Content\r\ncontent-length: 8\r\n\r\nreceived".getBytes(ISO_8859_1));
          out.flush();
          return true;
        };
    try (Receiver receiver = Receiver.ok()) {
      receiver.first(withBody);
      assertEquals(204, post(client, plain(receiver), request()).status());
      assertEquals(200, post(client, plain(receiver), request()).status());
      assertEquals(2, receiver.calls().size());
    }
  }

  @Test
  void nobody_at_the_port() throws Exception {
    Target target;
    try (Receiver receiver = Receiver.ok()) {
      target = plain(receiver);
    }
    assertEquals(Fault.E_CONNECTION, post(client, target, request()).fault());
  }

  @Test
  void an_answer_that_is_no_http() throws Exception {
    Receiver.Behaviour garbage =
        (call, out) -> {
          out.write("SSH-2.0-OpenSSH\r\n\r\n".getBytes(ISO_8859_1));
          out.flush();
          return false;
        };
    try (Receiver receiver = Receiver.with(garbage)) {
      Outcome outcome = post(client, plain(receiver), request());
      assertNull(outcome.status());
      assertNotNull(outcome.fault());
    }
  }

  @Test
  void tls_is_by_the_name_though_the_call_goes_to_the_checked_address(@TempDir Path folder)
      throws Exception {
    TlsIdentity identity = TlsIdentity.make(folder, "receiver.test");
    ServerSocket socket = identity.listen(InetAddress.getByName("127.0.0.1"));
    try (Receiver receiver = Receiver.on(socket, Receiver.status(200))) {
      WebhookClient trusting = client(PATIENCE, Optional.of(identity.certificate()));
      Outcome right =
          post(trusting, target(receiver, "receiver.test", true, Tier.PUBLIC), request());
      assertEquals(200, right.status(), () -> String.valueOf(right.fault()));
      assertEquals(
          "receiver.test:" + receiver.port(), receiver.calls().get(0).headers().get("host"));
      assertEquals(List.of("receiver.test"), identity.namesAsked());

      Target otherName = target(receiver, "other.test", true, Tier.PUBLIC);
      assertEquals(Fault.E_TLS, post(trusting, otherName, request()).fault());
      Target noName = target(receiver, "127.0.0.1", true, Tier.PUBLIC);
      assertEquals(Fault.E_TLS, post(trusting, noName, request()).fault());
      Target unknownAuthority = target(receiver, "receiver.test", true, Tier.PUBLIC);
      assertEquals(Fault.E_TLS, post(client, unknownAuthority, request()).fault());
      assertEquals(1, receiver.calls().size(), "nothing was said before the certificate was good");
    }
  }

  @Test
  void a_handshake_is_held_to_the_same_name_and_address(@TempDir Path folder) throws Exception {
    TlsIdentity identity = TlsIdentity.make(folder, "receiver.test");
    ServerSocket socket = identity.listen(InetAddress.getByName("127.0.0.1"));
    Receiver.Behaviour agreeing =
        Receiver.status(200, "WebHook-Allowed-Origin: *", "WebHook-Allowed-Rate: *");
    try (Receiver receiver = Receiver.on(socket, agreeing)) {
      Handshake handshake =
          new Handshake(VERTX, FixedSettings.calls(PATIENCE, Optional.of(identity.certificate())));
      Target right = target(receiver, "receiver.test", true, Tier.PUBLIC);
      assertEquals(120, handshake.ask("TRIED", right, 120));
      assertEquals(List.of("receiver.test"), identity.namesAsked());
      Target otherName = target(receiver, "other.test", true, Tier.PUBLIC);
      assertThrows(RefusedTarget.class, () -> handshake.ask("TRIED", otherName, 120));
      Handshake stranger = new Handshake(VERTX, FixedSettings.calls(PATIENCE, Optional.empty()));
      assertThrows(RefusedTarget.class, () -> stranger.ask("TRIED", right, 120));
      assertEquals(1, receiver.calls().size(), "nothing was said before the certificate was good");
    }
  }

  private static WebhookClient client(Duration timeout, Optional<Path> caFile) {
    return new WebhookClient(VERTX, new SystemClock(), FixedSettings.calls(timeout, caFile));
  }

  private static Target plain(Receiver receiver) throws Exception {
    return target(receiver, "127.0.0.1", false, Tier.FORBIDDEN);
  }

  private static Target target(Receiver receiver, String host, boolean tls, Tier tier)
      throws Exception {
    return new Target(
        tls, host, receiver.port(), "/hook?from=phoihop", InetAddress.getByName("127.0.0.1"), tier);
  }

  private static WebhookRequest request() {
    return WebhookRequest.of(
        DeliveryFixture.claimed("{\"type\":\"incident.received\"}"),
        List.of(new byte[32]),
        List.of(),
        null,
        Instant.now());
  }

  private static Outcome post(WebhookClient client, Target target, WebhookRequest request)
      throws Exception {
    return start(client, target, request).get(10, TimeUnit.SECONDS);
  }

  private static CompletableFuture<Outcome> start(
      WebhookClient client, Target target, WebhookRequest request) {
    CompletableFuture<Outcome> done = new CompletableFuture<>();
    VERTX.runOnContext(run -> client.post(target, request).onSuccess(done::complete));
    return done;
  }
}
