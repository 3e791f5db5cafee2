package vn.phoihop.webhooks;

import java.util.LinkedHashMap;
import java.util.Map;

/** A call as it goes over the wire: what the headers say need not fit the body. */
record Call(Map<String, String> headers, byte[] body) {
  static final String ID = "webhook-id";
  static final String TIMESTAMP = "webhook-timestamp";
  static final String SIGNATURE = "webhook-signature";

  static Call of(Message message, String signature) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put(ID, message.id());
    headers.put(TIMESTAMP, message.timestamp());
    headers.put(SIGNATURE, signature);
    return new Call(headers, message.body());
  }

  Call with(String header, String value) {
    Map<String, String> changed = new LinkedHashMap<>(headers);
    changed.put(header, value);
    return new Call(changed, body);
  }

  Call without(String header) {
    Map<String, String> changed = new LinkedHashMap<>(headers);
    changed.remove(header);
    return new Call(changed, body);
  }

  Call withBody(byte[] other) {
    return new Call(headers, other);
  }
}
