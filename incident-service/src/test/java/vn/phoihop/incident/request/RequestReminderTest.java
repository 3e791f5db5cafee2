package vn.phoihop.incident.request;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.phoihop.platform.identity.SystemParty;
import vn.phoihop.platform.test.Database;
import vn.phoihop.platform.test.EventContract;
import vn.phoihop.platform.test.Events;

/** Reminders go out once each, however many instances look for them. */
@QuarkusTest
class RequestReminderTest {

  private final ReminderService reminders;
  private final SystemParty system;

  RequestReminderTest(ReminderService reminders, SystemParty system) {
    this.reminders = reminders;
    this.system = system;
  }

  @Test
  void the_enterprise_and_the_asker_are_reminded_before_and_after_the_due_time() throws Exception {
    Requests sides = Requests.issued();
    due(sides, "1 hour");
    Events.Seen before = reminder(sides, "PRE_DUE");
    EventContract.assertValid("request.reminder_due", before.data());
    assertEquals(
        List.of("POLICE", sides.enterprise.toString(), "DEPARTMENT"),
        JsonPath.from(before.data()).getList("audience"));
    sides.get(sides.enterpriseToken).body("flags", org.hamcrest.Matchers.hasItem("DUE_SOON"));

    due(sides, "-25 hours");
    reminder(sides, "OVERDUE");

    assertEquals(
        List.of("t"),
        Database.column(
            "SELECT next_reminder_at IS NULL FROM information_request WHERE id = ?::uuid",
            sides.id));
    sides
        .get(sides.enterpriseToken, "history")
        .body(
            "items.verb",
            org.hamcrest.Matchers.equalTo(List.of("draft", "issue", "remind", "remind")))
        .body("items[2].party", org.hamcrest.Matchers.equalTo("SYSTEM"));
    sides.get(sides.enterpriseToken).body("flags", org.hamcrest.Matchers.hasItem("OVERDUE"));
  }

  @Test
  void two_instances_remind_of_each_request_once() throws Exception {
    List<Requests> many = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      many.add(Requests.issued());
    }
    many.forEach(sides -> due(sides, "1 hour"));
    ExecutorService instances = Executors.newFixedThreadPool(4);
    try {
      Callable<Boolean> instance =
          () -> {
            for (int i = 0; i < 6; i++) {
              system.run(() -> reminders.remindSome(3));
            }
            return true;
          };
      for (Future<Boolean> done :
          instances.invokeAll(List.of(instance, instance, instance, instance))) {
        done.get();
      }
    } finally {
      instances.shutdownNow();
    }
    String ids = many.stream().map(sides -> "'" + sides.id + "'").collect(Collectors.joining(", "));
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                Database.count(
                        "SELECT count(*) FROM information_request WHERE next_reminder_at < now() AND id IN ("
                            + ids
                            + ")")
                    == 0);
    assertEquals(
        12,
        Database.count(
            "SELECT count(*) FROM outbox WHERE type = 'request.reminder_due' AND aggregate_id IN ("
                + ids
                + ")"));
  }

  /** As if it were due so much later than now. */
  private static void due(Requests sides, String in) {
    Requests.execute(
        "UPDATE information_request SET due_at = now() + interval '%s', next_reminder_at = now() WHERE id = '%s'"
            .formatted(in, sides.id));
  }

  private static Events.Seen reminder(Requests sides, String level) {
    return Events.await(
        "phoihop.incident",
        e ->
            e.key().equals(sides.id)
                && e.type().equals("request.reminder_due")
                && JsonPath.from(e.data()).getString("level").equals(level));
  }
}
