package vn.phoihop.liaison.reference;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A version of a list, the highest of which is the list.
 *
 * @param id the list's id in events, made from its name
 * @param items objects, each with a code that is unique in the list
 */
public record ReferenceList(
    String list, long version, UUID id, LocalDate validFrom, JsonNode items, Instant publishedAt) {

  List<String> codes() {
    List<String> codes = new ArrayList<>();
    items.forEach(item -> codes.add(codeOf(item)));
    return codes;
  }

  /** A routing rule is known by the violation type that it routes. */
  static String codeOf(JsonNode item) {
    return item.path("code").asText(item.path("violationType").asText());
  }

  ReferenceEvent published() {
    return new ReferenceEvent(
        id, list, validFrom, items, "PUBLISHED", version, version, "CLEAR", publishedAt, List.of());
  }
}
