package vn.phoihop.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import vn.phoihop.acceptance.History.Act;
import vn.phoihop.acceptance.History.Audited;
import vn.phoihop.acceptance.History.Call;
import vn.phoihop.acceptance.History.Change;
import vn.phoihop.acceptance.History.Delivery;
import vn.phoihop.acceptance.History.Endpoint;
import vn.phoihop.acceptance.History.FeedEntry;
import vn.phoihop.acceptance.History.Listed;
import vn.phoihop.deploy.Port;

/**
 * Gathers the history of one round from where each party, the operator, the auditor and a consumer
 * of the topic can see it.
 */
final class Evidence implements AutoCloseable {

  private static final Map<String, String> EVENTS =
      Map.of(
          "report", "incident.received",
          "amend", "incident.amended",
          "triage", "incident.triaged",
          "refer", "incident.referred");

  /** A party, its subscription and its receiver. */
  record Watched(Endpoint endpoint, Supplier<String> token, Receiver receiver) {}

  private final Stack stack;
  private final List<Watched> watched;
  private final List<Enterprise> enterprises;
  private final Path folder;
  private final List<Path> auditExports = new ArrayList<>();
  private final Instant since = Instant.now();
  private final Topic topic;
  private final Map<String, Supplier<String>> parties = new LinkedHashMap<>();
  private final Map<String, String> cursors = new LinkedHashMap<>();
  private final List<FeedEntry> feed = new ArrayList<>();
  private List<Change> changes = List.of();

  Evidence(Stack stack, List<Watched> watched, List<Enterprise> enterprises, Path folder) {
    this.stack = stack;
    this.watched = watched;
    this.enterprises = enterprises;
    this.folder = folder;
    this.topic = new Topic(stack.bootstrapServers(), "phoihop.incident");
    watched.forEach(one -> parties.put(one.endpoint().party(), one.token()));
    parties.keySet().forEach(party -> readFeed(party, entry -> {}));
  }

  /** Reads what is on record; to be called once nobody changes it any more. */
  void readChanges() {
    changes = new ArrayList<>();
    for (Enterprise enterprise : enterprises) {
      for (JsonNode row : incidents(enterprise.token())) {
        String incident = row.path("id").asText();
        String url = stack.url(Port.INCIDENT) + "/api/v1/incidents/" + incident;
        String mark =
            Http.get(url, enterprise.token()).expect(200).json().at("/report/summary").asText();
        for (JsonNode step : Http.all(url + "/history", enterprise.token())) {
          String verb = step.path("verb").asText();
          changes.add(
              new Change(
                  incident, mark, step.path("sequence").asLong(), EVENTS.getOrDefault(verb, verb)));
        }
      }
    }
  }

  History history(Collection<Act> acts, boolean audited) {
    for (String party : parties.keySet()) {
      readFeed(party, feed::add);
    }
    Set<String> known = changes.stream().map(Change::incident).collect(Collectors.toSet());
    return new History(
        List.copyOf(acts),
        List.copyOf(changes),
        topic.read(),
        watched.stream().map(Watched::endpoint).toList(),
        calls(),
        deliveries(),
        List.copyOf(feed),
        lists(),
        audit(known),
        audited ? auditFaults() : List.of());
  }

  private List<Call> calls() {
    List<Call> calls = new ArrayList<>();
    for (Watched one : watched) {
      for (Receiver.Hook hook : one.receiver().hooks()) {
        calls.add(
            new Call(
                one.endpoint().id(),
                hook.id(),
                hook.about(),
                hook.json().at("/data/sequence").asLong(),
                new String(hook.body(), StandardCharsets.UTF_8),
                hook.taken().get()));
      }
    }
    return calls;
  }

  private List<Delivery> deliveries() {
    List<Delivery> deliveries = new ArrayList<>();
    for (Watched one : watched) {
      String url =
          "%s/api/v1/deliveries?subscriptionId=%s"
              .formatted(stack.url(Port.NOTIFICATION), one.endpoint().id());
      for (JsonNode row : Http.all(url, one.token().get())) {
        deliveries.add(
            new Delivery(
                one.endpoint().id(), row.path("eventId").asText(), row.path("state").asText()));
      }
    }
    return deliveries;
  }

  private List<Listed> lists() {
    List<Listed> lists = new ArrayList<>();
    parties.forEach(
        (party, token) ->
            incidents(token.get())
                .forEach(row -> lists.add(new Listed(party, row.path("id").asText()))));
    return lists;
  }

  /** The list of whoever asks, of this round. */
  private List<JsonNode> incidents(String token) {
    return Http.all(stack.url(Port.INCIDENT) + "/api/v1/incidents", token).stream()
        .filter(row -> Instant.parse(row.path("receivedAt").asText()).isAfter(since))
        .toList();
  }

  private void readFeed(String party, Consumer<FeedEntry> entries) {
    String url =
        stack.url(Port.NOTIFICATION)
            + "/api/v1/feed?limit=100&eventTypes="
            + String.join(",", new TreeSet<>(EVENTS.values()));
    boolean done = false;
    while (!done) {
      String cursor = cursors.get(party);
      JsonNode page =
          Http.get(cursor == null ? url : url + "&cursor=" + cursor, parties.get(party).get())
              .expect(200)
              .json();
      for (JsonNode item : page.path("items")) {
        entries.accept(
            new FeedEntry(
                party,
                item.path("seq").asLong(),
                item.path("id").asText(),
                item.at("/body/data/id").asText(),
                item.path("body").toString()));
      }
      cursors.put(party, page.path("next").asText());
      done = page.path("done").asBoolean();
    }
  }

  private List<Audited> audit(Set<String> incidents) {
    List<Audited> entries = new ArrayList<>();
    for (String line : export(Port.INCIDENT).lines().toList()) {
      JsonNode entry = json(line);
      if (incidents.contains(entry.path("objectId").asText())) {
        entries.add(
            new Audited(
                entry.path("objectId").asText(),
                entry.path("objectSequence").asLong(),
                entry.path("action").asText()));
      }
    }
    return entries;
  }

  /** Each service's chain, held against what it was when it was last exported. */
  private List<String> auditFaults() {
    try {
      Files.createDirectories(folder);
      for (Port port : List.of(Port.LIAISON, Port.INCIDENT, Port.REPORTING, Port.NOTIFICATION)) {
        Path file = folder.resolve("%s-%d.ndjson".formatted(port, System.nanoTime()));
        auditExports.add(Files.writeString(file, export(port)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return stack.auditFaults(auditExports);
  }

  private String export(Port port) {
    byte[] file = Http.download(stack.url(port) + "/api/v1/audit/export", stack.token("auditor"));
    return new String(file, StandardCharsets.UTF_8);
  }

  private static JsonNode json(String line) {
    try {
      return Http.JSON.readTree(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    topic.close();
  }
}
