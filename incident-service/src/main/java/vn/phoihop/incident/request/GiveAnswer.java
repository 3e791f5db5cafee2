package vn.phoihop.incident.request;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.UniqueElements;
import org.jspecify.annotations.Nullable;

/** An answer, item by item. */
record GiveAnswer(
    @NotNull
        @Size(min = 1, max = 100)
        @Schema(
            description =
                "those answered now; an item answered before and not named stays as it was")
        List<@NotNull @Valid Item> items) {

  @Schema(name = "GiveAnswerItem")
  record Item(
      @NotNull
          @Min(1)
          @Max(100)
          @Schema(description = "the item's number in the request", examples = "1")
          Integer n,
      @NotNull @Schema(description = "FULL and PARTIAL need a text or a document, NONE a reason")
          AnswerStatus status,
      @Size(min = 1, max = 10_000) @Nullable String text,
      @Size(max = 50)
          @UniqueElements
          @Schema(description = "ids of documents added to this request")
          @Nullable List<@NotNull UUID> documents,
      @Size(min = 1, max = 64)
          @Schema(
              description = "a code of ANSWER_REASONS; OTHER needs a text",
              examples = "NO_RECORD")
          @Nullable String reasonCode) {

    List<UUID> files() {
      return documents == null ? List.of() : documents;
    }
  }
}
