package vn.phoihop.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import vn.phoihop.platform.test.EventContract;
import vn.phoihop.platform.test.Events;

/** Events of incident-service, made from the published examples. */
public final class IncidentEvents {

  private static final ObjectMapper JSON = new ObjectMapper();

  private IncidentEvents() {}

  /** Publishes an event about a new incident and returns its CloudEvents id. */
  public static UUID publish(String type, String... audience) {
    UUID incident = UUID.randomUUID();
    return Events.publish(
        "phoihop.incident", type, incident.toString(), json(type, incident, audience));
  }

  public static String json(String type, UUID id, String... audience) {
    ObjectNode event = example(type);
    event.put("id", id.toString());
    ArrayNode parties = event.putArray("audience");
    for (String party : audience) {
      parties.add(party);
    }
    return event.toString();
  }

  public static ObjectNode example(String type) {
    try {
      return (ObjectNode) JSON.readTree(EventContract.example(type));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
