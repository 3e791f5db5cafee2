package vn.phoihop.reporting.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.phoihop.platform.outbox.EventJson;

/** A field that differs from the version before; lists change as a whole. */
@Schema(requiredProperties = {"pointer"})
record Change(
    @Schema(
            description = "JSON Pointer into the report",
            examples = "/figures/TEL_BYPASS_SIMBOX/detected")
        String pointer,
    @Schema(description = "absent: it was not there", implementation = Object.class)
        @Nullable JsonNode before,
    @Schema(description = "absent: it is gone", implementation = Object.class)
        @Nullable JsonNode after) {

  /** Every difference between two reports, in the order of their pointers. */
  static List<Change> between(ReportedVersion before, ReportedVersion after) {
    List<Change> changes = new ArrayList<>();
    collect("", tree(before), tree(after), changes);
    return changes;
  }

  private static void collect(String pointer, JsonNode before, JsonNode after, List<Change> into) {
    if (before.isObject() && after.isObject()) {
      TreeSet<String> names = new TreeSet<>();
      before.fieldNames().forEachRemaining(names::add);
      after.fieldNames().forEachRemaining(names::add);
      names.forEach(
          name -> collect(pointer + "/" + name, before.path(name), after.path(name), into));
    } else if (!before.equals(after)) {
      into.add(new Change(pointer, present(before), present(after)));
    }
  }

  private static JsonNode tree(ReportedVersion report) {
    try {
      return EventJson.read(
          EventJson.write(report).getBytes(StandardCharsets.UTF_8), JsonNode.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static @Nullable JsonNode present(JsonNode node) {
    return node instanceof MissingNode ? null : node;
  }
}
