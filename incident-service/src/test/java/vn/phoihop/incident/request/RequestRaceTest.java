package vn.phoihop.incident.request;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.phoihop.platform.test.Database;
import vn.phoihop.platform.test.Tokens;

/** Both sides at once: one move wins, the other is told what is allowed now. */
@QuarkusTest
class RequestRaceTest {

  @Test
  void of_two_answers_at_once_one_is_kept() throws Exception {
    Requests sides = Requests.acknowledged();
    Callable<Integer> answer =
        () -> sides.receiver("answers", Requests.FULL).extract().statusCode();

    assertEquals(Map.of(200, 1L, 409, 1L), count(atOnce(List.of(answer, answer))));
    assertEquals(
        1,
        Database.count(
            "SELECT count(*) FROM information_request_answer WHERE request_id = ?::uuid",
            sides.id));
  }

  @Test
  void an_answer_and_a_withdrawal_at_once_leave_one_state_and_one_history() throws Exception {
    Requests sides = Requests.acknowledged();
    List<Integer> answers =
        atOnce(
            List.of(
                () -> sides.receiver("answers", Requests.FULL).extract().statusCode(),
                () -> sides.asker("cancel", "{\"reason\": \"thôi\"}").extract().statusCode()));

    assertEquals(Map.of(200, 1L, 409, 1L), count(answers));
    sides
        .get(Requests.police(), "history")
        .body("items.sequence", equalTo(List.of(1, 2, 3, 4)))
        .body("items[3].verb", equalTo(answers.get(0) == 200 ? "answers" : "cancel"));
  }

  @Test
  void two_requests_do_not_take_each_others_place() throws Exception {
    Requests one = Requests.issued();
    String first = one.id;
    one.id =
        one.draft(Requests.police(), one.routine().toString()).statusCode(201).extract().path("id");
    one.asker("issue", "").statusCode(200);
    String second = one.id;

    List<Integer> answers =
        atOnce(List.of(() -> supersede(first, second), () -> supersede(second, first)));

    assertTrue(answers.contains(200), answers.toString());
    assertEquals(
        1,
        Database.count(
            "SELECT count(*) FROM information_request WHERE state = 'SUPERSEDED' AND id IN (?::uuid, ?::uuid)",
            first,
            second));
  }

  @Test
  void of_two_decisions_on_an_objection_one_stands() throws Exception {
    Requests sides = Requests.acknowledged();
    sides
        .receiver("object", "{\"reasonCode\": \"OVERBROAD\", \"text\": \"Quá rộng\"}")
        .statusCode(200);

    assertEquals(
        Map.of(200, 1L, 409, 1L),
        count(
            atOnce(
                List.of(
                    () -> sides.post(Tokens.department(), "uphold", "").extract().statusCode(),
                    () ->
                        sides
                            .post(Tokens.department2(), "overrule", "{}")
                            .extract()
                            .statusCode()))));
  }

  private static int supersede(String id, String by) {
    return vn.phoihop.incident.Api.as(Requests.police())
        .body("{\"by\": \"" + by + "\"}")
        .post("/api/v1/information-requests/{id}/supersede", id)
        .statusCode();
  }

  private static Map<Integer, Long> count(List<Integer> statuses) {
    return statuses.stream()
        .collect(Collectors.groupingBy(status -> status, Collectors.counting()));
  }

  private static List<Integer> atOnce(List<Callable<Integer>> calls) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(calls.size());
    try {
      List<Integer> statuses = new ArrayList<>();
      for (Future<Integer> call : threads.invokeAll(calls)) {
        statuses.add(call.get());
      }
      return statuses;
    } finally {
      threads.shutdownNow();
    }
  }
}
