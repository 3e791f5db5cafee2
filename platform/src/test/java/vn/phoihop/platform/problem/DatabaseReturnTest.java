package vn.phoihop.platform.problem;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.phoihop.platform.test.Postgres;
import vn.phoihop.platform.test.Tokens;

/** A 503 says that a part is away; once it is back nobody is told so any more. */
@QuarkusTest
class DatabaseReturnTest {

  private static final int CLIENTS = 8;

  @Test
  void connections_that_went_with_the_database_are_given_to_nobody_once_it_is_back()
      throws Exception {
    ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    try {
      assertEquals(Set.of(201), Set.copyOf(write(clients, 20)));
      Postgres postgres = Postgres.running();
      postgres.stopAtOnce();
      postgres.startAgain();
      assertEquals(Set.of(201), Set.copyOf(write(clients, 1)));
    } finally {
      clients.shutdownNow();
    }
  }

  /** Each client writes so often, all at the same time. */
  private static List<Integer> write(ExecutorService clients, int times) throws Exception {
    String token = Tokens.enterprise(UUID.randomUUID());
    List<Integer> statuses = Collections.synchronizedList(new ArrayList<>());
    CountDownLatch together = new CountDownLatch(CLIENTS);
    List<Future<?>> done = new ArrayList<>();
    for (int client = 0; client < CLIENTS; client++) {
      done.add(
          clients.submit(
              () -> {
                together.countDown();
                together.await();
                IntStream.range(0, times).forEach(i -> statuses.add(write(token)));
                return true;
              }));
    }
    for (Future<?> each : done) {
      each.get();
    }
    return statuses;
  }

  private static int write(String token) {
    return given()
        .auth()
        .oauth2(token)
        .contentType(ContentType.JSON)
        .body("{\"text\":\"written\"}")
        .post("/api/v1/notes")
        .statusCode();
  }
}
