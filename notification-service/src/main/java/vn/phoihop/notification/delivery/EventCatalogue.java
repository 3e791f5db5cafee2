package vn.phoihop.notification.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.phoihop.notification.subscription.EventTypes;
import vn.phoihop.platform.outbox.EventJson;

/**
 * The types of events as their webhooks look, made of docs/events, which the build puts beside the
 * classes, and of the code that makes the bodies.
 */
@ApplicationScoped
class EventCatalogue {

  private static final String FOLDER = "/events/";
  private static final String UNSENT = "Belongs to the vocabulary; nothing sends it yet.";

  private final ObjectMapper json;
  private final ObjectLinks links;
  private @Nullable List<EventTypeView> types;

  EventCatalogue(ObjectMapper json, ObjectLinks links) {
    this.json = json;
    this.links = links;
  }

  /** By name. */
  synchronized List<EventTypeView> types() {
    List<EventTypeView> known = types;
    if (known == null) {
      known = new TreeSet<>(EventTypes.ALL).stream().map(this::type).toList();
      types = known;
    }
    return known;
  }

  private EventTypeView type(String type) {
    String file = type + ".v1.schema.json";
    ObjectNode event = read(file);
    ObjectNode merged = json.createObjectNode();
    Set<String> required = new HashSet<>();
    merge(event == null ? "envelope.v1.schema.json" : file, merged, required);
    merged.remove(WebhookBody.withheld(type));
    List<String> thin = WebhookBody.members(type).stream().filter(merged::has).toList();
    return new EventTypeView(
        type,
        event == null ? UNSENT : said(event),
        schema(type, merged, thin.stream().filter(required::contains).toList()),
        event == null ? null : example(type),
        merged.properties().stream()
            .map(Map.Entry::getKey)
            .filter(name -> !thin.contains(name))
            .sorted()
            .toList());
  }

  private static String said(ObjectNode event) {
    String title = event.path("title").asText() + ".";
    return event.has("description") ? title + " " + event.get("description").asText() : title;
  }

  /** What the file says of members, over what the file says that it refers to. */
  private void merge(String file, ObjectNode merged, Set<String> required) {
    ObjectNode schema = read(file);
    if (schema == null) {
      throw new IllegalStateException("docs/events has no " + file);
    }
    if (schema.has("$ref")) {
      String reference = schema.get("$ref").asText();
      merge(
          reference.startsWith("../") ? reference.substring("../".length()) : reference,
          merged,
          required);
    }
    schema.path("required").forEach(name -> required.add(name.asText()));
    schema
        .path("properties")
        .properties()
        .forEach(
            member ->
                merged.withObjectProperty(member.getKey()).setAll((ObjectNode) member.getValue()));
  }

  private JsonNode schema(String type, ObjectNode event, List<String> required) {
    ObjectNode body = object();
    body.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    ObjectNode members = properties(body, List.of("type", "timestamp", "data"));
    members.putObject("type").put("const", type);
    members.set("timestamp", event.get("occurredAt"));
    ObjectNode data = object();
    members.set("data", data);
    List<String> always = new ArrayList<>(required);
    String self = links.self(type, new UUID(0, 0));
    if (self != null) {
      always.add("links");
    }
    ObjectNode said = properties(data, always);
    said.setAll(event);
    if (self != null) {
      ObjectNode link = object();
      properties(link, List.of("self"))
          .putObject("self")
          .put("type", "string")
          .put("format", "uri")
          .put("description", "Where the object is read, with the reader's own token.");
      said.set("links", link);
    }
    return body;
  }

  private ObjectNode object() {
    return json.createObjectNode().put("type", "object");
  }

  private static ObjectNode properties(ObjectNode object, List<String> required) {
    ArrayNode names = object.putArray("required");
    required.forEach(names::add);
    return object.putObject("properties");
  }

  private JsonNode example(String type) {
    try (InputStream in = open("examples/" + type + ".json")) {
      if (in == null) {
        throw new IllegalStateException("docs/events has no example of " + type);
      }
      Fact fact = EventJson.read(in.readAllBytes(), Fact.class);
      return json.readTree(WebhookBody.of(type, fact, links));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private @Nullable ObjectNode read(String file) {
    try (InputStream in = open(file)) {
      return in == null ? null : (ObjectNode) json.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static @Nullable InputStream open(String file) {
    return EventCatalogue.class.getResourceAsStream(FOLDER + file);
  }
}
