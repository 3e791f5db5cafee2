package vn.phoihop.incident.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import vn.phoihop.incident.Api;
import vn.phoihop.platform.outbox.EventJson;

/** Reports for tests: an early notice, changed field by field. */
public final class Reports {

  private static final ObjectMapper JSON = new ObjectMapper();
  private final ObjectNode report;

  private Reports(ObjectNode report) {
    this.report = report;
  }

  public static Reports early() {
    try {
      return new Reports((ObjectNode) JSON.readTree(Api.EARLY_NOTICE));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** With this field; a text that begins like JSON is JSON, null leaves the field out. */
  public Reports with(String field, Object value) {
    try {
      JsonNode node =
          value instanceof String text && (text.startsWith("[") || text.startsWith("{"))
              ? JSON.readTree(text)
              : JSON.valueToTree(value);
      if (value == null) {
        report.remove(field);
      } else {
        report.set(field, node);
      }
      return this;
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String json() {
    return report.toString();
  }

  public IncidentReport build() {
    try {
      return EventJson.read(JSON.writeValueAsBytes(report), IncidentReport.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
