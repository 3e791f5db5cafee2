package vn.phoihop.notification.preference;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
    description = "How a person is told.",
    requiredProperties = {"personId", "language", "classes", "mandatory", "sequence"})
@JsonInclude(JsonInclude.Include.NON_NULL)
record PreferenceView(
    @Schema(description = "the designation's id; of an enterprise's leader an id of its own")
        UUID personId,
    Language language,
    @Schema(description = "how each class is told") Map<NoticeClass, Telling> classes,
    @Schema(description = "classes that are told AT_ONCE whatever is chosen")
        List<NoticeClass> mandatory,
    @Nullable QuietHours quietHours,
    @Schema(description = "counts the changes; the ETag") long sequence) {

  static PreferenceView of(Preference preference) {
    Map<NoticeClass, Telling> classes = new TreeMap<>();
    for (NoticeClass each : NoticeClass.values()) {
      classes.put(each, preference.of(each));
    }
    return new PreferenceView(
        preference.personId(),
        preference.language(),
        classes,
        Arrays.stream(NoticeClass.values()).filter(NoticeClass::isMandatory).toList(),
        preference.quietHours(),
        preference.sequence());
  }

  static final String EXAMPLE =
      """
      {"personId": "019a1f6e-7c00-7000-8000-000000000002", "language": "VI",
       "classes": {"ACCESS": "AT_ONCE", "REQUEST": "AT_ONCE", "OVERDUE": "AT_ONCE",
                   "ESCALATION": "AT_ONCE", "CONNECTION": "AT_ONCE", "INCIDENT": "AT_ONCE", "REMINDER": "DAILY_DIGEST"},
       "mandatory": ["ACCESS", "REQUEST", "OVERDUE", "ESCALATION", "CONNECTION"],
       "quietHours": {"from": "22:00", "to": "06:00"}, "sequence": 2}""";
}
