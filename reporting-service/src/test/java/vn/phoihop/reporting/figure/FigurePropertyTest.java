package vn.phoihop.reporting.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.phoihop.platform.identity.SystemParty;
import vn.phoihop.platform.inbox.ReceivedEvent;
import vn.phoihop.platform.test.Database;

/** Figures that are moved by each batch of facts are those that a recount would give. */
@QuarkusTest
class FigurePropertyTest {

  @Inject FigureService figures;
  @Inject SystemParty system;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void any_order_and_repetition_gives_the_same_figures(long seed) throws Exception {
    History history = new History(seed, 20);
    for (List<ReceivedEvent> batch : batches(history, seed)) {
      take(batch);
    }

    assertEquals(history.expected, kept(history.enterprises()));
  }

  @Test
  void two_instances_at_once_lose_nothing() throws Exception {
    History history = new History(77, 60);
    List<List<ReceivedEvent>> batches = batches(history, 77);
    ExecutorService instances = Executors.newFixedThreadPool(2);
    try {
      List<Future<?>> taken = new ArrayList<>();
      for (List<ReceivedEvent> batch : batches) {
        taken.add(instances.submit(() -> take(batch)));
      }
      for (Future<?> each : taken) {
        each.get();
      }
    } finally {
      instances.shutdown();
    }

    assertEquals(history.expected, kept(history.enterprises()));
  }

  /** Every fact in no order, one in three twice, in batches of any size. */
  private static List<List<ReceivedEvent>> batches(History history, long seed) {
    Random random = new Random(seed);
    List<ReceivedEvent> all = new ArrayList<>(history.events);
    history.events.stream().filter(event -> random.nextInt(3) == 0).forEach(all::add);
    Collections.shuffle(all, random);
    List<List<ReceivedEvent>> batches = new ArrayList<>();
    for (int at = 0; at < all.size(); ) {
      int end = Math.min(all.size(), at + 1 + random.nextInt(30));
      batches.add(all.subList(at, end));
      at = end;
    }
    return batches;
  }

  private void take(List<ReceivedEvent> batch) {
    system.run(() -> QuarkusTransaction.requiringNew().run(() -> figures.take(Facts.of(batch))));
  }

  private static Map<String, Totals> kept(List<UUID> enterprises) throws Exception {
    Map<String, Totals> kept = new TreeMap<>();
    Database.asSuperuser(
        connection -> {
          try (var query =
              connection.prepareStatement(
                  "SELECT period || ' ' || enterprise_id, "
                      + Sql.each(Sql.all(), column -> column)
                      + " FROM total WHERE enterprise_id = ANY (?) UNION ALL"
                      + " SELECT period || ' ' || enterprise_id || ' ' || violation_type, "
                      + Sql.each(Count.OF_CASES, column -> column)
                      + ", 0, 0, 0, 0, 0, 0, 0, 0 FROM figure WHERE enterprise_id = ANY (?)")) {
            Sql.bind(query, enterprises.toArray(UUID[]::new), enterprises.toArray(UUID[]::new));
            ResultSet rows = query.executeQuery();
            while (rows.next()) {
              kept.put(rows.getString(1), Sql.totals(rows, 2));
            }
          }
          return null;
        });
    kept.values().removeIf(Totals.NONE::equals);
    return kept;
  }
}
