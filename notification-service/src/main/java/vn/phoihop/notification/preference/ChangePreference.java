package vn.phoihop.notification.preference;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
    description =
        "What a person chooses; the whole of it, what is left out goes back to its default.")
record ChangePreference(
    @NotNull @Schema(description = "of the mails and short messages") Language language,
    @NotNull
        @Schema(
            description =
                "How each class is told; a class that is not named is told AT_ONCE. ACCESS, REQUEST,"
                    + " OVERDUE, ESCALATION and CONNECTION cannot be told otherwise.",
            examples = "{\"REMINDER\": \"DAILY_DIGEST\"}")
        Map<@NotNull NoticeClass, @NotNull Telling> classes,
    @Nullable @Valid QuietHours quietHours) {

  static final String EXAMPLE =
      """
      {"language": "VI", "classes": {"REMINDER": "DAILY_DIGEST", "INCIDENT": "AT_ONCE"},
       "quietHours": {"from": "22:00", "to": "06:00"}}""";

  Set<NoticeClass> told(Telling how) {
    return Arrays.stream(NoticeClass.values())
        .filter(each -> classes.get(each) == how)
        .collect(Collectors.toSet());
  }
}
