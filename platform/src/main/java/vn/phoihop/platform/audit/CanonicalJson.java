package vn.phoihop.platform.audit;

import java.util.Map;
import java.util.TreeMap;

/**
 * JSON with one way to write it (RFC 8785), for objects whose members are strings, whole numbers
 * and such objects: members sorted by UTF-16 code units, no blanks, only what must be escaped is.
 */
final class CanonicalJson {

  private static final long LARGEST_EXACT = (1L << 53) - 1;

  private CanonicalJson() {}

  static String write(Map<String, Object> object) {
    StringBuilder json = new StringBuilder();
    object(json, object);
    return json.toString();
  }

  private static void object(StringBuilder json, Map<?, ?> members) {
    Map<String, Object> sorted = new TreeMap<>();
    members.forEach((name, value) -> sorted.put((String) name, value));
    json.append('{');
    String comma = "";
    for (Map.Entry<String, Object> member : sorted.entrySet()) {
      json.append(comma);
      string(json, member.getKey());
      json.append(':');
      value(json, member.getValue());
      comma = ",";
    }
    json.append('}');
  }

  private static void value(StringBuilder json, Object value) {
    if (value instanceof Map<?, ?> object) {
      object(json, object);
    } else if (value instanceof String text) {
      string(json, text);
    } else if (value instanceof Number number && Math.abs(number.longValue()) <= LARGEST_EXACT) {
      json.append(number.longValue());
    } else {
      throw new IllegalArgumentException("cannot be written: " + value.getClass());
    }
  }

  private static void string(StringBuilder json, String text) {
    json.append('"');
    for (char c : text.toCharArray()) {
      switch (c) {
        case '"' -> json.append("\\\"");
        case '\\' -> json.append("\\\\");
        case '\b' -> json.append("\\b");
        case '\f' -> json.append("\\f");
        case '\n' -> json.append("\\n");
        case '\r' -> json.append("\\r");
        case '\t' -> json.append("\\t");
        default -> {
          if (c < 0x20) {
            json.append(String.format("\\u%04x", (int) c));
          } else {
            json.append(c);
          }
        }
      }
    }
    json.append('"');
  }
}
