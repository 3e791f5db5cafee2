package vn.phoihop.incident.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static vn.phoihop.incident.Api.as;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.phoihop.incident.Api;
import vn.phoihop.platform.test.Database;
import vn.phoihop.platform.test.Tokens;

/** Clients of a party that begin to read or to send, and then stand still. */
@QuarkusTest
class SlowTransferTest {

  private static final int SHARE = 16;
  private static final int THREADS = 200;

  /** More than the buffers of a connection hold. */
  private static final int SIZE = 12 * 1024 * 1024;

  /** Shorter than the minute after which a thread loses its own patience. */
  private static final Duration SOON = Duration.ofSeconds(30);

  private final UUID enterprise = UUID.randomUUID();
  private final List<Socket> still = new ArrayList<>();

  @AfterEach
  void hangUp() throws IOException {
    for (Socket socket : still) {
      socket.close();
    }
  }

  @Test
  void readers_that_stand_still_use_up_their_own_share_and_nothing_of_the_others()
      throws Exception {
    String id = upload(Api.report(enterprise));
    for (int i = 0; i < SHARE; i++) {
      Socket socket = open("GET /api/v1/evidence/" + id + "/content", "");
      assertEquals("HTTP/1.1 200 OK", begun(socket));
    }
    download(Tokens.enterprise(enterprise), id)
        .statusCode(429)
        .header("Retry-After", "5")
        .body("type", equalTo("urn:phoihop:problem:too-many-transfers"));

    // As many as the service has connections to PostgreSQL; yet none of them stays taken, once the
    // buffers of the readers' connections are full.
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertEquals(
                    0,
                    Database.count(
                        "SELECT count(*) FROM pg_stat_activity WHERE state = 'idle in transaction'"
                            + " AND query LIKE '%document%'")));
    as(Tokens.enterprise(enterprise)).get("/api/v1/incidents").then().statusCode(200);
    download(Tokens.agency("POLICE"), id)
        .statusCode(200)
        .header("Content-Length", Integer.toString(SIZE));

    hangUp();
    // Who is gone before anything is sent counts no longer either.
    for (int i = 0; i < 4 * SHARE; i++) {
      open("GET /api/v1/evidence/" + id + "/content", "").close();
    }
    await()
        .atMost(SOON)
        .untilAsserted(() -> download(Tokens.enterprise(enterprise), id).statusCode(200));
  }

  @Test
  void bodies_that_never_end_hold_no_thread() throws Exception {
    byte[] report = Api.EARLY_NOTICE.getBytes(UTF_8);
    for (int i = 0; i < THREADS + 50; i++) {
      open("POST /api/v1/incidents", json(report.length))
          .getOutputStream()
          .write(report, 0, report.length / 2);
    }
    // Not only once the threads have lost their patience, after a minute.
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          as(Tokens.agency("POLICE")).get("/api/v1/incidents").then().statusCode(200);
          as(Tokens.enterprise(UUID.randomUUID())).get("/api/v1/incidents").then().statusCode(200);
        });

    // Slow is not lost: what comes in the end is taken. The latest has waited no longer than these
    // calls took; after half a minute it would have been cut off.
    Socket slow = still.get(still.size() - 1);
    slow.getOutputStream().write(report, report.length / 2, report.length - report.length / 2);
    assertEquals("HTTP/1.1 201 Cre", begun(slow));
  }

  @Test
  void large_bodies_that_never_end_use_up_their_partys_share_alone() throws Exception {
    int large = 100_000;
    for (int i = 0; i < SHARE; i++) {
      open("POST /api/v1/incidents", json(large)).getOutputStream().write('{');
    }
    await()
        .atMost(SOON)
        .ignoreException(SocketTimeoutException.class)
        .untilAsserted(
            () -> {
              Socket more = open("POST /api/v1/incidents", json(large));
              // One that is let in is not answered.
              more.setSoTimeout(2_000);
              more.getOutputStream().write('{');
              assertEquals("HTTP/1.1 429 Too", begun(more));
            });
    as(Tokens.enterprise(enterprise))
        .body(Api.EARLY_NOTICE)
        .post("/api/v1/incidents")
        .then()
        .statusCode(201);

    hangUp();
    String incident = Api.report(enterprise);
    await().atMost(SOON).untilAsserted(() -> upload(incident));
  }

  private static String json(int length) {
    return "Content-Type: application/json\r\nIdempotency-Key: %s\r\nContent-Length: %d\r\n"
        .formatted(UUID.randomUUID(), length);
  }

  private Socket open(String line, String headers) throws IOException {
    Socket socket = new Socket();
    still.add(socket);
    socket.setReceiveBufferSize(4096);
    socket.setSoTimeout((int) SOON.toMillis());
    socket.connect(new InetSocketAddress("localhost", RestAssured.port));
    socket
        .getOutputStream()
        .write(
            ("%s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n%s\r\n"
                    .formatted(line, Tokens.enterprise(enterprise), headers))
                .getBytes(UTF_8));
    return socket;
  }

  /** How the answer begins. */
  private static String begun(Socket socket) throws IOException {
    return new String(socket.getInputStream().readNBytes(16), UTF_8).strip();
  }

  private static ValidatableResponse download(String token, String id) {
    return as(token).get("/api/v1/evidence/{id}/content", id).then();
  }

  private String upload(String incident) {
    byte[] file = new byte[SIZE];
    new Random(1).nextBytes(file);
    return as(Tokens.enterprise(enterprise))
        .contentType("multipart/form-data")
        .multiPart("file", "ghi-am.bin", file)
        .post("/api/v1/incidents/{id}/evidence", incident)
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }
}
