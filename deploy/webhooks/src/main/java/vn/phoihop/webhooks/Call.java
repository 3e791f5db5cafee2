package vn.phoihop.webhooks;

import java.util.LinkedHashMap;
import java.util.Map;

/** A call as it goes over the wire: what the headers say need not fit the body. */
record Call(String method, Map<String, String> headers, byte[] body) {
  static final String ID = "webhook-id";
  static final String TIMESTAMP = "webhook-timestamp";
  static final String SIGNATURE = "webhook-signature";

  static Call of(Message message, String signature) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put(ID, message.id());
    headers.put(TIMESTAMP, message.timestamp());
    headers.put(SIGNATURE, signature);
    return new Call("POST", headers, message.body());
  }

  /** The question whether calls are welcome (CloudEvents, HTTP webhooks, section 4). */
  static Call handshake(String origin) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("WebHook-Request-Origin", origin);
    headers.put("WebHook-Request-Rate", "60");
    return new Call("OPTIONS", headers, new byte[0]);
  }

  Call with(String header, String value) {
    Map<String, String> changed = new LinkedHashMap<>(headers);
    changed.put(header, value);
    return new Call(method, changed, body);
  }

  Call without(String header) {
    Map<String, String> changed = new LinkedHashMap<>(headers);
    changed.remove(header);
    return new Call(method, changed, body);
  }

  Call withBody(byte[] other) {
    return new Call(method, headers, other);
  }
}
