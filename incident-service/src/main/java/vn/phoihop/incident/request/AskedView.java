package vn.phoihop.incident.request;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.phoihop.incident.report.Tlp;

/** What is asked: for the two sides, and for the Department once there is an objection. */
record AskedView(
    @Schema(description = "of what is asked; a draft that is written anew makes the next one")
        int version,
    String purpose,
    String legalBasis,
    @Nullable String legalBasisCode,
    @Schema(description = "absent in an emergency whose paper has not followed")
        @Nullable PaperDocument document,
    List<Item> items,
    @Nullable String subject,
    @Nullable String caseRef,
    @Nullable String emergencyGround,
    @Schema(description = "shown to who reads the incident") @Nullable UUID incidentId,
    Tlp tlp,
    @Schema(description = "what the asker should think about; nothing is refused for it")
        List<RequestWarning> warnings) {

  @Schema(
      name = "AskedItemView",
      requiredProperties = {"n", "category", "description"})
  record Item(
      @Schema(description = "its number, from 1") int n,
      String category,
      String description,
      @Nullable LocalDate periodFrom,
      @Nullable LocalDate periodTo) {}

  static AskedView of(
      int version,
      AskInformation asked,
      @Nullable PaperDocument document,
      @Nullable UUID incidentId,
      List<RequestWarning> warnings) {
    return new AskedView(
        version,
        asked.purpose(),
        asked.legalBasis(),
        asked.legalBasisCode(),
        document,
        IntStream.range(0, asked.items().size())
            .mapToObj(i -> item(i + 1, asked.items().get(i)))
            .toList(),
        asked.subject(),
        asked.caseRef(),
        asked.emergencyGround(),
        incidentId,
        asked.marking(),
        warnings);
  }

  private static Item item(int n, AskedItem asked) {
    return new Item(n, asked.category(), asked.description(), asked.periodFrom(), asked.periodTo());
  }
}
