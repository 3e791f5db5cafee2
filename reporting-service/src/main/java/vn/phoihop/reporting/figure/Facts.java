package vn.phoihop.reporting.figure;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import vn.phoihop.platform.inbox.ReceivedEvent;

/**
 * A batch of facts, reduced to what is newest of each key; whatever is no such fact is left out.
 */
final class Facts {

  private final Map<UUID, IncidentChanged> incidents = new TreeMap<>();
  private final Map<UUID, MeasureChanged> measures = new TreeMap<>();
  private final Map<UUID, RequestChanged> requests = new TreeMap<>();
  private final Map<String, RequestAnswered> answers = new TreeMap<>();
  private final Map<String, ExchangeParty> parties = new TreeMap<>();

  static Facts of(List<ReceivedEvent> events) {
    Facts facts = new Facts();
    events.stream().filter(event -> event.data() != null).forEach(facts::take);
    return facts;
  }

  private void take(ReceivedEvent event) {
    String type = event.type();
    if (type.startsWith("incident.")) {
      add(event.as(IncidentChanged.class));
    } else if (type.startsWith("measure.")) {
      add(event.as(MeasureChanged.class));
    } else if (type.startsWith("request.")) {
      RequestChanged changed = event.as(RequestChanged.class);
      add(changed);
      if (type.equals("request.answered")) {
        RequestAnswered answer = RequestAnswered.of(changed);
        answers.put(answer.id() + " " + answer.sequence(), answer);
      }
    } else if (type.equals("exchange.published")) {
      for (ExchangeParty party : ExchangeParty.of(event.as(ExchangePublished.class))) {
        parties.merge(
            party.exchangeId() + " " + party.enterpriseId(), party, ExchangeParty::earlier);
      }
    }
  }

  private void add(IncidentChanged changed) {
    incidents.merge(
        changed.id(), changed, (one, other) -> one.sequence() < other.sequence() ? other : one);
  }

  private void add(MeasureChanged changed) {
    measures.merge(
        changed.id(), changed, (one, other) -> one.sequence() < other.sequence() ? other : one);
  }

  private void add(RequestChanged changed) {
    requests.merge(
        changed.id(), changed, (one, other) -> one.sequence() < other.sequence() ? other : one);
  }

  boolean areNone() {
    return enterprises().isEmpty();
  }

  Collection<IncidentChanged> incidents() {
    return incidents.values();
  }

  Collection<MeasureChanged> measures() {
    return measures.values();
  }

  Collection<RequestChanged> requests() {
    return requests.values();
  }

  Collection<RequestAnswered> answers() {
    return answers.values();
  }

  Collection<ExchangeParty> parties() {
    return parties.values();
  }

  /** Whose figures may change. */
  Collection<UUID> enterprises() {
    TreeSet<UUID> all = new TreeSet<>();
    incidents().forEach(incident -> all.add(incident.enterpriseId()));
    measures().forEach(measure -> all.add(measure.enterpriseId()));
    requests().forEach(request -> all.add(request.enterpriseId()));
    parties().forEach(party -> all.add(party.enterpriseId()));
    return all;
  }

  /** What may count differently afterwards: a measure changes what its incident counts for. */
  Collection<UUID> ids() {
    TreeSet<UUID> all = new TreeSet<>(incidents.keySet());
    all.addAll(requests.keySet());
    for (MeasureChanged measure : measures()) {
      all.add(measure.id());
      if (measure.incidentId() != null) {
        all.add(measure.incidentId());
      }
    }
    parties().forEach(party -> all.add(party.exchangeId()));
    return all;
  }
}
