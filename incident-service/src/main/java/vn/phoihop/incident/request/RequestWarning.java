package vn.phoihop.incident.request;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(requiredProperties = {"pointer", "code"})
record RequestWarning(
    @Schema(description = "JSON Pointer into what is asked", examples = "/items/0") String pointer,
    @Schema(description = "OVERBROAD: no subject, and a long period", examples = "OVERBROAD")
        String code) {

  /**
   * Without a subject, each item whose period is longer than so many days; a period without a
   * beginning has no end to its length, one without an end lasts until today.
   */
  static List<RequestWarning> of(AskInformation asked, int days, LocalDate today) {
    if (asked.subject() != null) {
      return List.of();
    }
    return IntStream.range(0, asked.items().size())
        .filter(i -> isBroad(asked.items().get(i), days, today))
        .mapToObj(i -> new RequestWarning("/items/" + i, "OVERBROAD"))
        .toList();
  }

  private static boolean isBroad(AskedItem item, int days, LocalDate today) {
    if (item.periodFrom() == null) {
      return item.periodTo() != null;
    }
    LocalDate end = item.periodTo() == null ? today : item.periodTo();
    return ChronoUnit.DAYS.between(item.periodFrom(), end) + 1 > days;
  }
}
