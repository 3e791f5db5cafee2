package vn.phoihop.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The kit tells right receivers from wrong ones, and what is wrong by the case's name. */
@Timeout(60)
class ConformanceTest {
  /** What must be accepted; all else must be refused. */
  private static final Set<String> ACCEPTED =
      Set.of(
          "good call",
          "Vietnamese diacritics",
          "JSON in an unusual spelling",
          "body of 20 kB",
          "unknown event type",
          "unknown members",
          "timestamp 4 minutes old",
          "timestamp 4 minutes ahead",
          "same webhook-id twice",
          "genuine after a forged one of its id",
          "several signatures, one good",
          "unknown versions beside a good one",
          "former secret during rotation",
          "new and former secret's signatures",
          "v1a alone",
          "v1a beside a v1 that does not match",
          "handshake by our name");

  @ParameterizedTest
  @EnumSource
  void each_flaw_is_caught_by_its_cases_and_no_others(Flaw flaw) throws Exception {
    try (FlawedReceiver receiver = new FlawedReceiver(flaw)) {
      Tried tried = Tried.of(receiver.url());
      assertEquals(flaw.cases(), tried.failed(), tried.table());
      assertEquals(flaw == Flaw.NONE, tried.passed());
    }
  }

  @Test
  void who_accepts_all_fails_all_that_must_be_refused() throws Exception {
    try (Answering receiver = new Answering((request, body) -> 204)) {
      Tried tried = Tried.of(receiver.url());
      assertFalse(tried.passed());
      Set<String> rightAnyway = new TreeSet<>(ACCEPTED);
      rightAnyway.remove("genuine after a forged one of its id");
      rightAnyway.remove("same webhook-id twice"); // to be asked: it says no count
      rightAnyway.remove("handshake by our name");
      rightAnyway.add("handshake by another name");
      rightAnyway.add("every answer within 15 s");
      assertEquals(rightAnyway, tried.marked("ok"), tried.table());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 404})
  void who_refuses_all_fails_all_that_must_be_accepted(int status) throws Exception {
    try (Answering receiver = new Answering((request, body) -> status)) {
      Tried tried = Tried.of(receiver.url());
      assertFalse(tried.passed());
      assertEquals(new TreeSet<>(ACCEPTED), tried.failed(), tried.table());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {302, 410, 429, 500, 503})
  void these_neither_accept_nor_refuse(int status) throws Exception {
    try (Answering receiver = new Answering((request, body) -> status)) {
      Tried tried = Tried.of(receiver.url());
      assertFalse(tried.passed());
      assertEquals(
          Set.of("every answer within 15 s", "handshake by another name"),
          tried.marked("ok"),
          tried.table());
    }
  }

  /**
   * Of the official library no more is wanted than it does; what it does not do, dedupe, is asked.
   */
  @Test
  void a_receiver_on_the_official_library_passes() throws Exception {
    try (Answering receiver = new Answering(ConformanceTest::officially)) {
      Tried tried = Tried.bySecretAlone(receiver.url());
      assertTrue(tried.passed(), tried.table());
      assertEquals(
          new TreeSet<>(Set.of("same webhook-id twice", "genuine after a forged one of its id")),
          tried.marked("ask"),
          tried.table());
      assertTrue(tried.table().contains("Look into its records"), tried.table());
    }
  }

  @Test
  void a_receiver_that_trusts_the_key_alone_is_tried_with_it() throws Exception {
    try (FlawedReceiver right = new FlawedReceiver(Flaw.NONE);
        FlawedReceiver wrong = new FlawedReceiver(Flaw.BELIEVES_ANY_V1A)) {
      Tried passed = Tried.byKeyAlone(right.url());
      assertTrue(passed.passed(), passed.table());
      Set<String> failed = Tried.byKeyAlone(wrong.url()).failed();
      assertTrue(failed.contains("wrong key"), failed.toString());
      assertTrue(failed.contains("tampered body"), failed.toString());
    }
  }

  private static int officially(HttpExchange request, byte[] body) {
    try {
      new Webhook(Tried.KEYS.secret()).verify(new String(body, UTF_8), request.getRequestHeaders());
      return 204;
    } catch (WebhookVerificationException e) {
      return 401;
    } catch (Exception e) {
      return 500;
    }
  }

  @Test
  void where_nothing_listens_nothing_more_is_tried() throws Exception {
    // Bound and not listening: connections are refused, and nobody else is given the port.
    try (Socket mute = new Socket()) {
      mute.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      Tried tried = Tried.of(URI.create("http://127.0.0.1:" + mute.getLocalPort()));
      assertFalse(tried.passed());
      assertEquals(Set.of("good call"), tried.failed());
      assertTrue(tried.table().contains("Nothing answers there"), tried.table());
    }
  }
}
