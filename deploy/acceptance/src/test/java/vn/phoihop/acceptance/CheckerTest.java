package vn.phoihop.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.phoihop.acceptance.Checker.Invariant;
import vn.phoihop.acceptance.Checker.Violation;
import vn.phoihop.acceptance.History.Act;
import vn.phoihop.acceptance.History.Audited;
import vn.phoihop.acceptance.History.Call;
import vn.phoihop.acceptance.History.Change;
import vn.phoihop.acceptance.History.Delivery;
import vn.phoihop.acceptance.History.Endpoint;
import vn.phoihop.acceptance.History.FeedEntry;
import vn.phoihop.acceptance.History.Listed;
import vn.phoihop.acceptance.History.Outcome;
import vn.phoihop.acceptance.History.Published;

/** A checker that finds nothing proves nothing: each history here is broken in one place. */
class CheckerTest {

  private static final String RECEIVED = "incident.received";
  private static final String TRIAGED = "incident.triaged";
  private static final Set<String> READERS = Set.of("ent", "POLICE");

  private final List<Act> acts = new ArrayList<>();
  private final List<Change> changes = new ArrayList<>();
  private final List<Published> published = new ArrayList<>();
  private final List<Endpoint> endpoints = new ArrayList<>();
  private final List<Call> calls = new ArrayList<>();
  private final List<Delivery> deliveries = new ArrayList<>();
  private final List<FeedEntry> feed = new ArrayList<>();
  private final List<Listed> lists = new ArrayList<>();
  private final List<Audited> audit = new ArrayList<>();
  private final List<String> auditFaults = new ArrayList<>();

  /** One incident, reported and triaged; the Police hear of it, Customs do not. */
  CheckerTest() {
    acts.add(new Act("m1", RECEIVED, Outcome.OK, "a", 1, READERS));
    acts.add(new Act("m2", TRIAGED, Outcome.OK, "a", 2, READERS));
    acts.add(new Act("m3", RECEIVED, Outcome.REFUSED, null, 0, READERS));
    changes.add(new Change("a", "m1", 1, RECEIVED));
    changes.add(new Change("a", "m1", 2, TRIAGED));
    published.add(new Published("e1", "a", 1, RECEIVED, 4));
    published.add(new Published("e2", "a", 2, TRIAGED, 4));
    endpoints.add(new Endpoint("p", "POLICE", true, true));
    endpoints.add(new Endpoint("c", "CUSTOMS", false, true));
    calls.add(new Call("p", "e1", "a", 1, "one", true));
    calls.add(new Call("p", "e2", "a", 2, "two", true));
    deliveries.add(new Delivery("p", "e1", "DELIVERED"));
    deliveries.add(new Delivery("p", "e2", "DELIVERED"));
    feed.add(new FeedEntry("POLICE", 7, "e1", "a", "one"));
    feed.add(new FeedEntry("POLICE", 8, "e2", "a", "two"));
    lists.add(new Listed("POLICE", "a"));
    audit.add(new Audited("a", 1, RECEIVED));
    audit.add(new Audited("a", 2, TRIAGED));
  }

  @Test
  void finds_nothing_where_nothing_is_wrong() {
    assertEquals(List.of(), check());
  }

  @Test
  void takes_what_at_least_once_allows() {
    published.addAll(List.copyOf(published));
    calls.add(1, new Call("p", "e1", "a", 1, "one", false));
    acts.add(new Act("m4", TRIAGED, Outcome.REFUSED, null, 0, READERS));
    endpoints.set(0, new Endpoint("p", "POLICE", true, false));
    deliveries.set(1, new Delivery("p", "e2", "DEAD_LETTER"));
    calls.remove(2);

    assertEquals(List.of(), check());
  }

  static Stream<Arguments> flaws() {
    return Stream.of(
        flaw(
            "a webhook that the receiver never took",
            Invariant.I1_NOTHING_LOST,
            t -> t.calls.remove(1)),
        flaw(
            "one that it only refused",
            Invariant.I1_NOTHING_LOST,
            t -> t.calls.set(1, new Call("p", "e2", "a", 2, "two", false))),
        flaw(
            "a dead letter to who takes everything",
            Invariant.I1_NOTHING_LOST,
            t -> t.deliveries.set(1, new Delivery("p", "e2", "DEAD_LETTER"))),
        flaw("no delivery", Invariant.I1_NOTHING_LOST, t -> t.deliveries.remove(1)),
        flaw("a gap in the feed", Invariant.I1_NOTHING_LOST, t -> t.feed.remove(0)),
        flaw(
            "accepted and not on record",
            Invariant.I1_NOTHING_LOST,
            t -> t.acts.add(new Act("m5", RECEIVED, Outcome.OK, "b", 1, READERS)),
            t -> t.lists.add(new Listed("POLICE", "b"))),
        flaw(
            "on record and not published",
            Invariant.I1_NOTHING_LOST,
            t -> {
              t.acts.add(new Act("m5", RECEIVED, Outcome.OK, "b", 1, READERS));
              t.changes.add(new Change("b", "m5", 1, RECEIVED));
              t.audit.add(new Audited("b", 1, RECEIVED));
              t.lists.add(new Listed("POLICE", "b"));
            }),
        flaw(
            "not in the list of who may read it",
            Invariant.I1_NOTHING_LOST,
            t -> t.lists.set(0, new Listed("ent", "a")),
            t -> t.acts.add(new Act("m5", RECEIVED, Outcome.OK, "b", 1, Set.of("ent"))),
            t -> t.changes.add(new Change("b", "m5", 1, RECEIVED)),
            t -> t.published.add(new Published("e5", "b", 1, RECEIVED, 0)),
            t -> t.audit.add(new Audited("b", 1, RECEIVED))),
        flaw(
            "refused and on record",
            Invariant.I2_NOTHING_INVENTED,
            t -> {
              t.changes.add(new Change("b", "m3", 1, RECEIVED));
              t.published.add(new Published("e5", "b", 1, RECEIVED, 0));
              t.audit.add(new Audited("b", 1, RECEIVED));
            }),
        flaw(
            "told, and rolled back",
            Invariant.I2_NOTHING_INVENTED,
            t -> t.published.add(new Published("e5", "a", 3, TRIAGED, 4))),
        flaw(
            "a webhook of no event",
            Invariant.I2_NOTHING_INVENTED,
            t -> t.calls.add(new Call("p", "e9", "b", 1, "nine", true))),
        flaw(
            "an entry of the feed of no event",
            Invariant.I2_NOTHING_INVENTED,
            t -> t.feed.add(new FeedEntry("POLICE", 9, "e9", "b", "nine"))),
        flaw(
            "one key, two incidents",
            Invariant.I3_ONCE,
            t -> {
              t.acts.add(new Act("m5", RECEIVED, Outcome.OK, "b", 1, READERS));
              t.changes.add(new Change("b", "m1", 1, RECEIVED));
            }),
        flaw(
            "two wishes that got one answer",
            Invariant.I3_ONCE,
            t -> t.acts.add(new Act("m5", TRIAGED, Outcome.OK, "a", 2, READERS))),
        flaw(
            "no definite answer to the last",
            Invariant.I3_ONCE,
            t -> t.acts.add(new Act("m5", RECEIVED, Outcome.UNKNOWN, null, 0, READERS))),
        flaw(
            "another webhook-id",
            Invariant.I4_SAME_AGAIN,
            t -> t.published.add(new Published("e5", "a", 2, TRIAGED, 4))),
        flaw(
            "other bytes",
            Invariant.I4_SAME_AGAIN,
            t -> t.calls.add(new Call("p", "e2", "a", 2, "two ", true))),
        flaw(
            "other bytes in the feed",
            Invariant.I4_SAME_AGAIN,
            t -> t.feed.set(1, new FeedEntry("POLICE", 8, "e2", "a", "2"))),
        flaw(
            "twice in the feed",
            Invariant.I4_SAME_AGAIN,
            t -> t.feed.add(new FeedEntry("POLICE", 9, "e2", "a", "two"))),
        flaw(
            "two deliveries of one event",
            Invariant.I4_SAME_AGAIN,
            t -> t.deliveries.add(new Delivery("p", "e2", "DELIVERED"))),
        flaw(
            "backwards on the partition",
            Invariant.I5_ORDER,
            t -> t.published.add(0, t.published.remove(1))),
        flaw(
            "on two partitions",
            Invariant.I5_ORDER,
            t -> t.published.set(1, new Published("e2", "a", 2, TRIAGED, 5))),
        flaw(
            "backwards where order was asked for",
            Invariant.I5_ORDER,
            t -> t.calls.add(new Call("p", "e1", "a", 1, "one", true))),
        flaw("backwards in the feed", Invariant.I5_ORDER, t -> t.feed.add(0, t.feed.remove(1))),
        flaw("a broken chain", Invariant.I6_AUDIT, t -> t.auditFaults.add("line 3: not genuine")),
        flaw("no audit entry", Invariant.I6_AUDIT, t -> t.audit.remove(1)),
        flaw(
            "an audit entry of another act",
            Invariant.I6_AUDIT,
            t -> t.audit.set(1, new Audited("a", 2, RECEIVED))),
        flaw(
            "another's webhook",
            Invariant.I7_NOBODY_ELSE,
            t -> t.calls.add(new Call("c", "e1", "a", 1, "one", true))),
        flaw(
            "another's delivery",
            Invariant.I7_NOBODY_ELSE,
            t -> t.deliveries.add(new Delivery("c", "e1", "DEAD_LETTER"))),
        flaw(
            "another's entry in the feed",
            Invariant.I7_NOBODY_ELSE,
            t -> t.feed.add(new FeedEntry("CUSTOMS", 1, "e1", "a", "one"))),
        flaw(
            "another's row in the list",
            Invariant.I7_NOBODY_ELSE,
            t -> t.lists.add(new Listed("CUSTOMS", "a"))),
        flaw(
            "a delivery in the queue",
            Invariant.I8_DRAINED,
            t -> t.deliveries.set(1, new Delivery("p", "e2", "RETRY_WAIT"))),
        flaw(
            "a delivery under way",
            Invariant.I8_DRAINED,
            t -> t.deliveries.set(1, new Delivery("p", "e2", "SENDING"))));
  }

  @ParameterizedTest(name = "{1}: {0}")
  @MethodSource("flaws")
  void finds(String name, Invariant invariant, Consumer<CheckerTest> flaw) {
    flaw.accept(this);

    Set<Invariant> found =
        check().stream().map(Violation::invariant).collect(Collectors.toCollection(TreeSet::new));
    assertEquals(true, found.contains(invariant), () -> name + " was taken for " + found);
  }

  @SafeVarargs
  private static Arguments flaw(
      String name, Invariant invariant, Consumer<CheckerTest>... changes) {
    Consumer<CheckerTest> all = test -> Stream.of(changes).forEach(c -> c.accept(test));
    return Arguments.of(name, invariant, all);
  }

  private List<Violation> check() {
    return Checker.check(
        new History(
            acts,
            changes,
            published,
            endpoints,
            calls,
            deliveries,
            feed,
            lists,
            audit,
            auditFaults));
  }
}
