package vn.phoihop.reporting.report;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the enterprise itself says in a report; the figures come from the records. */
record ReportContent(Map<String, String> sections, List<Correction> corrections, boolean nil) {

  static final ReportContent EMPTY = new ReportContent(Map.of(), List.of(), false);

  ReportContent {
    sections = new TreeMap<>(sections);
    corrections = List.copyOf(corrections);
  }

  /** As edited: what the edit does not name stays; a section that it names as null goes. */
  ReportContent with(EditReport edit) {
    Map<String, String> merged = new TreeMap<>(sections);
    if (edit.sections() != null) {
      edit.sections().forEach((code, text) -> put(merged, code, text));
    }
    return new ReportContent(
        merged,
        edit.corrections() == null ? corrections : edit.corrections(),
        edit.nil() == null ? nil : edit.nil());
  }

  private static void put(Map<String, String> sections, String code, @Nullable String text) {
    if (text == null || text.isBlank()) {
      sections.remove(code);
    } else {
      sections.put(code, text);
    }
  }
}
