package vn.phoihop.incident.measure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Bodies for tests. */
final class Bodies {

  private Bodies() {}

  /** A body with some members replaced or added. */
  static String merge(String body, String change) {
    try {
      ObjectMapper json = new ObjectMapper();
      ObjectNode merged = (ObjectNode) json.readTree(body);
      merged.setAll((ObjectNode) json.readTree(change));
      return merged.toString();
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
