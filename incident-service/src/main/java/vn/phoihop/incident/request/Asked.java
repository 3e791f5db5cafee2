package vn.phoihop.incident.request;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import vn.phoihop.incident.report.Tlp;
import vn.phoihop.platform.identity.Caller;

/**
 * Of the last version of what is asked, what lists show and facts carry.
 *
 * @param audience who may be told: the asker, the enterprise, the Department
 */
@Embeddable
record Asked(
    UUID enterpriseId,
    @Enumerated(EnumType.STRING) Priority priority,
    @Enumerated(EnumType.STRING) Tlp tlp,
    int itemCount,
    List<String> audience) {

  static Asked of(String asker, AskInformation asked) {
    return new Asked(
        asked.enterpriseId(),
        asked.priority(),
        asked.marking(),
        asked.items().size(),
        Stream.of(asker, asked.enterpriseId().toString(), Caller.DEPARTMENT_PARTY)
            .distinct()
            .toList());
  }
}
