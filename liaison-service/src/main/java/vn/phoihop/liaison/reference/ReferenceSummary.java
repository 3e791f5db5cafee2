package vn.phoihop.liaison.reference;

import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A list without its items. */
@Schema(examples = ReferenceSummary.EXAMPLE)
record ReferenceSummary(String list, long version, LocalDate validFrom, Instant publishedAt) {

  static final String EXAMPLE =
      """
      {
        "list": "DISMISS_REASONS",
        "version": 1,
        "validFrom": "2007-07-12",
        "publishedAt": "2026-01-01T00:00:00Z"
      }""";
}
