package vn.phoihop.reporting.figure;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import vn.phoihop.platform.inbox.ReceivedEvent;
import vn.phoihop.platform.outbox.EventJson;

/** A random past of a few enterprises: every fact of it, and what it comes to, counted naively. */
final class History {

  private static final List<String> TYPES =
      List.of("TEL_FEE_THEFT", "TEL_BYPASS_SIMBOX", "POST_CONTRABAND");
  private static final Instant START = Instant.parse("2026-04-01T00:00:00Z");

  final List<ReceivedEvent> events = new ArrayList<>();

  /** "period enterprise" or "period enterprise type" to its numbers, without those that are 0. */
  final Map<String, Totals> expected = new TreeMap<>();

  private final Random random;
  private final List<UUID> enterprises = new ArrayList<>();

  private record Case(
      UUID id,
      UUID enterprise,
      String period,
      List<String> types,
      Totals counts,
      boolean counted) {}

  History(long seed, int objects) {
    random = new Random(seed);
    for (int i = 0; i < 4; i++) {
      enterprises.add(id());
    }
    Map<UUID, Case> cases = new LinkedHashMap<>();
    for (int i = 0; i < objects; i++) {
      Case incident = incident();
      cases.put(incident.id(), incident);
    }
    for (int i = 0; i < objects; i++) {
      measure(cases);
      request();
      exchange();
    }
    cases.values().stream()
        .filter(Case::counted)
        .forEach(c -> count(c.enterprise(), c.period(), c.types(), c.counts()));
    expected.values().removeIf(Totals.NONE::equals);
  }

  private Case incident() {
    UUID id = id();
    UUID enterprise = enterprise();
    Instant receivedAt = time();
    List<String> types = List.of();
    String state = "";
    Long damage = null;
    boolean referred = false;
    int facts = 1 + random.nextInt(5);
    for (int sequence = 1; sequence <= facts; sequence++) {
      types = TYPES.subList(random.nextInt(2), 2 + random.nextInt(2));
      state =
          one(
              "RECEIVED",
              "TRIAGED",
              "IN_COORDINATION",
              "RESOLVED",
              "CLOSED",
              "RETURNED",
              "WITHDRAWN",
              "DISMISSED",
              "MERGED");
      damage = random.nextBoolean() ? null : (long) random.nextInt(1_000_000);
      referred |= random.nextInt(3) == 0;
      Map<String, Object> data = data(id, enterprise, state, sequence);
      data.put("receivedAt", receivedAt.toString());
      data.put("violationTypes", types);
      data.put("estimatedDamageVnd", damage);
      data.put("lead", referred ? "POLICE" : null);
      add("incident.amended", id, data);
    }
    boolean handled = state.equals("RESOLVED") || state.equals("CLOSED");
    Totals counts =
        Totals.NONE
            .with(Count.DETECTED, 1)
            .with(Count.REPORTED, 1)
            .with(Count.HANDLED, handled ? 1 : 0)
            .with(Count.TRANSFERRED, referred ? 1 : 0)
            .with(Count.DAMAGE_VND, damage == null ? 0 : damage);
    boolean counted = !List.of("WITHDRAWN", "DISMISSED", "MERGED").contains(state);
    return new Case(id, enterprise, period(receivedAt), types, counts, counted);
  }

  private void measure(Map<UUID, Case> cases) {
    UUID id = id();
    List<UUID> ids = List.copyOf(cases.keySet());
    UUID incident = random.nextInt(3) == 0 ? null : ids.get(random.nextInt(ids.size()));
    UUID enterprise = incident == null ? enterprise() : cases.get(incident).enterprise();
    Instant startedAt = time();
    String state = "";
    long prevented = 0;
    int facts = 1 + random.nextInt(2);
    for (int sequence = 1; sequence <= facts; sequence++) {
      state = sequence == 1 ? "ACTIVE" : one("ENDED", "ENDED", "REVERSED");
      prevented = state.equals("ENDED") ? random.nextInt(1_000_000) : 0;
      Map<String, Object> data = data(id, enterprise, state, sequence);
      data.put("startedAt", startedAt.toString());
      data.put("incidentId", incident);
      data.put("effect", state.equals("ENDED") ? Map.of("preventedVnd", prevented) : null);
      add(sequence == 1 ? "measure.started" : "measure.ended", id, data);
    }
    Totals measures = Totals.NONE.with(Count.MEASURES, state.equals("REVERSED") ? 0 : 1);
    if (incident == null) {
      count(
          enterprise, period(startedAt), List.of(), measures.with(Count.PREVENTED_VND, prevented));
    } else {
      Case of = cases.get(incident);
      Totals more = of.counts().plus(Totals.NONE.with(Count.PREVENTED_VND, prevented));
      cases.put(
          incident,
          new Case(incident, of.enterprise(), of.period(), of.types(), more, of.counted()));
      count(enterprise, period(startedAt), List.of(), measures);
    }
  }

  private void request() {
    UUID id = id();
    UUID enterprise = enterprise();
    Instant issuedAt = time();
    Totals counts = Totals.NONE.with(Count.REQUESTS_RECEIVED, 1);
    String state = "";
    int facts = 1 + random.nextInt(5);
    for (int sequence = 1; sequence <= facts; sequence++) {
      String verb = sequence == 1 ? "issued" : one("answered", "returned", "accepted", "cancelled");
      state = verb.toUpperCase(java.util.Locale.ROOT);
      Map<String, Object> data = data(id, enterprise, state, sequence);
      data.put("issuedAt", issuedAt.toString());
      if (verb.equals("answered")) {
        boolean onTime = random.nextBoolean();
        int full = random.nextInt(2);
        int partial = random.nextInt(2);
        int none = 1 - full * partial;
        data.put("onTime", onTime);
        data.put("statuses", Map.of("full", full, "partial", partial, "none", none));
        boolean first = counts.answered() == 0;
        counts =
            counts
                .with(Count.ANSWERED, 1)
                .with(Count.ANSWERED_ON_TIME, first ? (onTime ? 1 : 0) : counts.answeredOnTime())
                .with(Count.PARTIAL, partial == 1 || full == 1 && none == 1 ? 1 : 0)
                .with(Count.REFUSED, full == 0 && partial == 0 ? 1 : 0);
      }
      add("request." + verb, id, data);
    }
    if (!state.equals("CANCELLED")) {
      count(enterprise, period(issuedAt), List.of(), counts);
    }
  }

  private void exchange() {
    UUID id = id();
    UUID sender = enterprise();
    Map<UUID, Instant> since = new TreeMap<>();
    int facts = 1 + random.nextInt(3);
    for (int sequence = 1; sequence <= facts; sequence++) {
      Instant at = time();
      List<String> audience = new ArrayList<>(List.of("DEPARTMENT", sender.toString()));
      for (UUID party : enterprises) {
        if (!party.equals(sender) && random.nextBoolean()) {
          audience.add(party.toString());
        }
      }
      Map<String, Object> data = data(id, sender, "PUBLISHED", sequence);
      data.put("occurredAt", at.toString());
      data.put("audience", audience);
      add("exchange.published", id, data);
      audience.stream()
          .skip(1)
          .forEach(
              party -> since.merge(UUID.fromString(party), at, (a, b) -> a.isBefore(b) ? a : b));
    }
    since.forEach(
        (party, at) ->
            count(
                party,
                period(at),
                List.of(),
                Totals.NONE.with(
                    party.equals(sender) ? Count.EXCHANGES_SENT : Count.EXCHANGES_RECEIVED, 1)));
  }

  private void count(UUID enterprise, String period, List<String> types, Totals counts) {
    expected.merge(period + " " + enterprise, counts, Totals::plus);
    for (String type : types) {
      expected.merge(
          period + " " + enterprise + " " + type,
          Totals.of(count -> Count.OF_CASES.contains(count) ? counts.get(count) : 0),
          Totals::plus);
    }
  }

  private Map<String, Object> data(UUID id, UUID enterprise, String state, long sequence) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("id", id);
    data.put("enterpriseId", enterprise);
    data.put("state", state);
    data.put("sequence", sequence);
    return data;
  }

  private void add(String type, UUID key, Map<String, Object> data) {
    events.add(
        new ReceivedEvent(
            id(),
            "/phoihop/incident",
            type,
            key.toString(),
            START,
            EventJson.write(data).getBytes(StandardCharsets.UTF_8)));
  }

  List<UUID> enterprises() {
    return enterprises;
  }

  private UUID enterprise() {
    return enterprises.get(random.nextInt(enterprises.size()));
  }

  /** From April to September: two periods. */
  private Instant time() {
    return START.plusSeconds(random.nextInt(180 * 24 * 3600));
  }

  private static String period(Instant at) {
    return at.isBefore(Instant.parse("2026-06-30T17:00:00Z")) ? "2026-H1" : "2026-H2";
  }

  private String one(String... of) {
    return of[random.nextInt(of.length)];
  }

  private UUID id() {
    return new UUID(random.nextLong(), random.nextLong());
  }
}
