package vn.phoihop.acceptance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.phoihop.acceptance.History.Act;
import vn.phoihop.acceptance.History.Audited;
import vn.phoihop.acceptance.History.Call;
import vn.phoihop.acceptance.History.Change;
import vn.phoihop.acceptance.History.Delivery;
import vn.phoihop.acceptance.History.Endpoint;
import vn.phoihop.acceptance.History.FeedEntry;
import vn.phoihop.acceptance.History.Listed;
import vn.phoihop.acceptance.History.Published;

/** Holds a history against the eight invariants that this product promises. */
final class Checker {

  enum Invariant {
    /** What was accepted is told to everyone it concerns, or visible as a dead letter. */
    I1_NOTHING_LOST,
    /** What was refused or rolled back is never told. */
    I2_NOTHING_INVENTED,
    /** What had no answer happened at most once, and asking again with its key tells. */
    I3_ONCE,
    /** Repeats carry the same webhook-id and the same bytes. */
    I4_SAME_AGAIN,
    /** Events of one object do not go backwards. */
    I5_ORDER,
    /** The audit chain is sound and has every change. */
    I6_AUDIT,
    /** Nobody learns of what is not addressed to him. */
    I7_NOBODY_ELSE,
    /** Nothing stays in the queue. */
    I8_DRAINED
  }

  record Violation(Invariant invariant, String what) {}

  /** One state of one incident: what a change, its event and its audit entry are about. */
  private record Step(String incident, long sequence) {}

  private final History history;
  private final List<Violation> violations = new ArrayList<>();
  private final Map<Step, Act> acts = new LinkedHashMap<>();
  private final Map<Step, Change> changes = new LinkedHashMap<>();
  private final Map<String, Published> events = new LinkedHashMap<>();
  private final Map<String, Set<String>> readers = new HashMap<>();

  private Checker(History history) {
    this.history = history;
  }

  static List<Violation> check(History history) {
    Checker checker = new Checker(history);
    checker.actsAndChanges();
    checker.changesAndEvents();
    checker.order();
    checker.webhooks();
    checker.feed();
    checker.lists();
    checker.audit();
    return checker.violations;
  }

  /** What clients were told against what is on record. */
  private void actsAndChanges() {
    for (Change change : history.changes()) {
      Change former = changes.put(new Step(change.incident(), change.sequence()), change);
      if (former != null) {
        violated(Invariant.I3_ONCE, "two changes in one place: %s, %s", former, change);
      }
    }
    Map<String, Set<String>> byMark =
        history.changes().stream()
            .filter(change -> change.type().equals("incident.received"))
            .collect(
                Collectors.groupingBy(
                    Change::mark, Collectors.mapping(Change::incident, Collectors.toSet())));
    for (Act act : history.acts()) {
      boolean received = act.type().equals("incident.received");
      Set<String> made = received ? byMark.getOrDefault(act.mark(), Set.of()) : Set.of();
      if (made.size() > 1) {
        violated(Invariant.I3_ONCE, "%s made %s", act, made);
      }
      switch (act.outcome()) {
        case OK -> accepted(act);
        case REFUSED -> {
          if (!made.isEmpty()) {
            violated(Invariant.I2_NOTHING_INVENTED, "refused, and on record: %s", act);
          }
        }
        case UNKNOWN -> violated(Invariant.I3_ONCE, "never got a definite answer: %s", act);
      }
    }
    for (Map.Entry<Step, Change> change : changes.entrySet()) {
      if (!acts.containsKey(change.getKey())) {
        violated(Invariant.I2_NOTHING_INVENTED, "nobody was told of %s", change.getValue());
      }
    }
  }

  private void accepted(Act act) {
    Step step = new Step(act.incident(), act.sequence());
    readers.computeIfAbsent(act.incident(), id -> new HashSet<>()).addAll(act.audience());
    Act other = acts.put(step, act);
    if (other != null) {
      violated(Invariant.I3_ONCE, "two wishes, one answer: %s, %s", other, act);
    }
    Change change = changes.get(step);
    if (change == null || !change.type().equals(act.type())) {
      violated(Invariant.I1_NOTHING_LOST, "%s is on record as %s", act, change);
    } else if (!change.mark().equals(act.mark()) && act.type().equals("incident.received")) {
      violated(Invariant.I1_NOTHING_LOST, "%s is on record with another content", act);
    }
  }

  /** What is on record against what the topic says: one event each, under one id. */
  private void changesAndEvents() {
    Map<Step, Set<String>> ids = new HashMap<>();
    for (Published event : history.published()) {
      events.putIfAbsent(event.id(), event);
      Step step = new Step(event.incident(), event.sequence());
      ids.computeIfAbsent(step, s -> new TreeSet<>()).add(event.id());
      Change change = changes.get(step);
      if (change == null || !change.type().equals(event.type())) {
        violated(Invariant.I2_NOTHING_INVENTED, "%s is an event of %s", event, change);
      }
    }
    for (Map.Entry<Step, Change> change : changes.entrySet()) {
      Set<String> found = ids.getOrDefault(change.getKey(), Set.of());
      if (found.isEmpty()) {
        violated(Invariant.I1_NOTHING_LOST, "no event of %s", change.getValue());
      } else if (found.size() > 1) {
        violated(Invariant.I4_SAME_AGAIN, "events %s of %s", found, change.getValue());
      }
    }
  }

  /**
   * The relay repeats what it had sent and not marked, several events of one object perhaps: the
   * first coming of each counts. A receiver that asked for order is called for an event again only
   * before it is called for the next.
   */
  private void order() {
    Set<String> seen = new HashSet<>();
    Map<String, Published> last = new HashMap<>();
    for (Published event : history.published()) {
      Published former = last.get(event.incident());
      if (former != null && former.partition() != event.partition()) {
        violated(Invariant.I5_ORDER, "on two partitions: %s, %s", former, event);
      }
      if (seen.add(event.id())) {
        last.put(event.incident(), event);
        if (former != null && former.sequence() > event.sequence()) {
          violated(Invariant.I5_ORDER, "%s came after %s", event, former);
        }
      }
    }
    for (Endpoint endpoint : history.endpoints()) {
      Map<String, Long> heard = new HashMap<>();
      for (Call call : callsOf(endpoint)) {
        Long former = heard.put(call.incident(), call.sequence());
        if (endpoint.ordered() && former != null && former > call.sequence()) {
          violated(Invariant.I5_ORDER, "%s was called after %d", call, former);
        }
      }
    }
  }

  private void webhooks() {
    Map<String, String> bodies = new HashMap<>();
    Map<String, List<Delivery>> deliveries =
        history.deliveries().stream().collect(Collectors.groupingBy(Delivery::endpoint));
    for (Endpoint endpoint : history.endpoints()) {
      Set<String> acknowledged = new HashSet<>();
      for (Call call : callsOf(endpoint)) {
        if (call.acknowledged()) {
          acknowledged.add(call.webhookId());
        }
        String former = bodies.putIfAbsent(call.webhookId(), call.body());
        if (former != null && !former.equals(call.body())) {
          violated(Invariant.I4_SAME_AGAIN, "%s: other bytes than %s", call, former);
        }
        Published event = events.get(call.webhookId());
        if (event == null
            || !event.incident().equals(call.incident())
            || event.sequence() != call.sequence()) {
          violated(Invariant.I2_NOTHING_INVENTED, "%s is the webhook of the event %s", call, event);
        } else if (!audience(event).contains(endpoint.party())) {
          violated(Invariant.I7_NOBODY_ELSE, "%s was called with %s", endpoint, call);
        }
      }
      states(endpoint, deliveries.getOrDefault(endpoint.id(), List.of()), acknowledged);
    }
  }

  private void states(Endpoint endpoint, List<Delivery> deliveries, Set<String> acknowledged) {
    Map<String, String> states = new HashMap<>();
    for (Delivery delivery : deliveries) {
      if (states.put(delivery.eventId(), delivery.state()) != null) {
        violated(Invariant.I4_SAME_AGAIN, "two deliveries of one event: %s", delivery);
      }
      switch (delivery.state()) {
        case "DEAD_LETTER" -> {
          if (endpoint.honest()) {
            violated(Invariant.I1_NOTHING_LOST, "%s takes everything, but %s", endpoint, delivery);
          }
        }
        case "DELIVERED" -> {
          if (!acknowledged.contains(delivery.eventId())) {
            violated(Invariant.I1_NOTHING_LOST, "%s never took what is %s", endpoint, delivery);
          }
        }
        default -> violated(Invariant.I8_DRAINED, "%s", delivery);
      }
      Published event = events.get(delivery.eventId());
      if (event != null && !audience(event).contains(endpoint.party())) {
        violated(Invariant.I7_NOBODY_ELSE, "%s is not for %s", delivery, endpoint);
      }
    }
    for (Published event : events.values()) {
      if (audience(event).contains(endpoint.party()) && !states.containsKey(event.id())) {
        violated(Invariant.I1_NOTHING_LOST, "%s has no delivery to %s", event, endpoint);
      }
    }
  }

  /** Every party's feed has what its webhooks have, once, without a gap, in the same bytes. */
  private void feed() {
    Map<String, String> bodies = new HashMap<>();
    history.calls().forEach(call -> bodies.putIfAbsent(call.webhookId(), call.body()));
    Map<String, List<FeedEntry>> feeds =
        history.feed().stream()
            .collect(
                Collectors.groupingBy(FeedEntry::party, LinkedHashMap::new, Collectors.toList()));
    for (String party :
        history.endpoints().stream().map(Endpoint::party).collect(Collectors.toSet())) {
      Set<String> told = new HashSet<>();
      FeedEntry former = null;
      for (FeedEntry entry : feeds.getOrDefault(party, List.of())) {
        if (!told.add(entry.eventId())) {
          violated(Invariant.I4_SAME_AGAIN, "twice in the feed: %s", entry);
        }
        if (former != null && former.seq() >= entry.seq()) {
          violated(Invariant.I5_ORDER, "in the feed %s comes after %s", entry, former);
        }
        former = entry;
        Published event = events.get(entry.eventId());
        if (event == null || !event.incident().equals(entry.incident())) {
          violated(Invariant.I2_NOTHING_INVENTED, "%s tells of the event %s", entry, event);
        } else if (!audience(event).contains(party)) {
          violated(Invariant.I7_NOBODY_ELSE, "in the feed: %s", entry);
        }
        String body = bodies.getOrDefault(entry.eventId(), entry.body());
        if (!body.equals(entry.body())) {
          violated(Invariant.I4_SAME_AGAIN, "%s: the webhook said %s", entry, body);
        }
      }
      for (Published event : events.values()) {
        if (audience(event).contains(party) && !told.contains(event.id())) {
          violated(Invariant.I1_NOTHING_LOST, "%s is not in the feed of %s", event, party);
        }
      }
    }
  }

  private void lists() {
    for (Listed listed : history.lists()) {
      if (!readers.getOrDefault(listed.incident(), Set.of()).contains(listed.party())) {
        violated(Invariant.I7_NOBODY_ELSE, "%s", listed);
      }
    }
    Set<Listed> shown = new HashSet<>(history.lists());
    Set<String> asked = history.lists().stream().map(Listed::party).collect(Collectors.toSet());
    readers.forEach(
        (incident, parties) ->
            parties.stream()
                .filter(asked::contains)
                .filter(party -> !shown.contains(new Listed(party, incident)))
                .forEach(
                    party ->
                        violated(
                            Invariant.I1_NOTHING_LOST, "%s does not list %s", party, incident)));
  }

  private void audit() {
    history.auditFaults().forEach(fault -> violated(Invariant.I6_AUDIT, "%s", fault));
    Map<Step, List<Audited>> entries =
        history.audit().stream()
            .collect(Collectors.groupingBy(a -> new Step(a.incident(), a.sequence())));
    for (Map.Entry<Step, Change> change : changes.entrySet()) {
      long found =
          entries.getOrDefault(change.getKey(), List.of()).stream()
              .filter(entry -> entry.action().equals(change.getValue().type()))
              .count();
      if (found != 1) {
        violated(Invariant.I6_AUDIT, "%d entries of %s", found, change.getValue());
      }
    }
  }

  /** By what clients did, not by what events say of themselves. */
  private Set<String> audience(Published event) {
    Act act = acts.get(new Step(event.incident(), event.sequence()));
    return act == null ? Set.of() : act.audience();
  }

  private List<Call> callsOf(Endpoint endpoint) {
    return history.calls().stream()
        .filter(call -> Objects.equals(call.endpoint(), endpoint.id()))
        .toList();
  }

  private void violated(Invariant invariant, String what, Object... values) {
    violations.add(new Violation(invariant, what.formatted(values)));
  }
}
