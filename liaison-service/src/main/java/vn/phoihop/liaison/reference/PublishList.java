package vn.phoihop.liaison.reference;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

record PublishList(
    @NotNull @Schema(description = "first day on which this version applies") LocalDate validFrom,
    @NotEmpty
        @Size(max = 5000)
        @Schema(
            description =
                "the list whole, in the order to show; the members of an item stand in docs/events/reference.published.v1.schema.json")
        List<@NotNull Map<String, Object>> items) {

  static final String EXAMPLE =
      """
      {
        "validFrom": "2026-04-01",
        "items": [
          {"code": "FALSE_POSITIVE", "vi": "Báo nhầm", "en": "False positive"},
          {"code": "NOT_COMPETENT", "vi": "Không thuộc thẩm quyền", "en": "Not within competence"},
          {"code": "DUPLICATE", "vi": "Trùng lặp", "en": "Duplicate"},
          {"code": "TEST", "vi": "Tin thử", "en": "Test report"}
        ]
      }""";
}
