package vn.phoihop.incident.evidence;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.phoihop.incident.Api.as;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.phoihop.incident.Api;
import vn.phoihop.platform.test.Database;
import vn.phoihop.platform.test.Tokens;

/** Readers of a party that begin to download, and then read no further. */
@QuarkusTest
class SlowDownloadTest {

  private static final int DOWNLOADS_OF_A_PARTY = 16;

  /** More than the buffers of a connection hold. */
  private static final int SIZE = 12 * 1024 * 1024;

  private final UUID enterprise = UUID.randomUUID();

  @Test
  void readers_that_stand_still_use_up_their_own_share_and_nothing_of_the_others()
      throws Exception {
    String id = upload(Api.report(enterprise));
    List<Socket> still = new ArrayList<>();
    try {
      for (int i = 0; i < DOWNLOADS_OF_A_PARTY; i++) {
        still.add(begin(id));
      }
      download(Tokens.enterprise(enterprise), id)
          .statusCode(429)
          .header("Retry-After", "5")
          .body("type", equalTo("urn:phoihop:problem:too-many-downloads"));

      // As many as the service has connections to PostgreSQL; yet none of them is taken.
      assertEquals(
          0,
          Database.count(
              "SELECT count(*) FROM pg_stat_activity WHERE state = 'idle in transaction'"
                  + " AND query LIKE '%document%'"));
      as(Tokens.enterprise(enterprise)).get("/api/v1/incidents").then().statusCode(200);
      download(Tokens.agency("POLICE"), id)
          .statusCode(200)
          .header("Content-Length", Integer.toString(SIZE));
    } finally {
      for (Socket socket : still) {
        socket.close();
      }
    }
    await().untilAsserted(() -> download(Tokens.enterprise(enterprise), id).statusCode(200));
  }

  private Socket begin(String id) throws IOException {
    Socket socket = new Socket();
    socket.setReceiveBufferSize(4096);
    socket.setSoTimeout(20_000);
    socket.connect(new InetSocketAddress("localhost", RestAssured.port));
    socket
        .getOutputStream()
        .write(
            ("GET /api/v1/evidence/%s/content HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n\r\n"
                    .formatted(id, Tokens.enterprise(enterprise)))
                .getBytes(US_ASCII));
    String expected = "HTTP/1.1 200 OK";
    assertEquals(
        expected, new String(socket.getInputStream().readNBytes(expected.length()), US_ASCII));
    return socket;
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
