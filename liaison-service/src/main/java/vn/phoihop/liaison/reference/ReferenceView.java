package vn.phoihop.liaison.reference;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

record ReferenceView(
    @Schema(examples = "DISMISS_REASONS") String list,
    @Schema(description = "counts the publications of the list; the ETag") long version,
    LocalDate validFrom,
    Instant publishedAt,
    @Schema(type = SchemaType.ARRAY, implementation = Map.class) JsonNode items) {

  static ReferenceView of(ReferenceList list) {
    return new ReferenceView(
        list.list(), list.version(), list.validFrom(), list.publishedAt(), list.items());
  }

  static final String EXAMPLE =
      """
      {
        "list": "DISMISS_REASONS",
        "version": 1,
        "validFrom": "2007-07-12",
        "publishedAt": "2026-01-01T00:00:00Z",
        "items": [
          {"code": "FALSE_POSITIVE", "vi": "Báo nhầm", "en": "False positive"},
          {"code": "NOT_COMPETENT", "vi": "Không thuộc thẩm quyền", "en": "Not within competence"},
          {"code": "DUPLICATE", "vi": "Trùng lặp", "en": "Duplicate"}
        ]
      }""";
}
