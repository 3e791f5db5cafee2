package vn.phoihop.notification.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Where the object of an event is read, with the reader's own token: at the service that has it.
 */
@ApplicationScoped
class ObjectLinks {

  /** By the family of the event, what stands before the dot of its type. */
  private final Map<String, String> collections;

  ObjectLinks(
      @ConfigProperty(name = "phoihop.liaison.url") String liaison,
      @ConfigProperty(name = "phoihop.incident.url") String incident,
      @ConfigProperty(name = "phoihop.reporting.url") String reporting) {
    collections =
        Map.of(
            "enterprise", liaison + "/api/v1/enterprises/",
            "designation", liaison + "/api/v1/designations/",
            "incident", incident + "/api/v1/incidents/",
            "evidence", incident + "/api/v1/evidence/",
            "request", incident + "/api/v1/information-requests/",
            "measure", incident + "/api/v1/measures/",
            "exchange", incident + "/api/v1/exchanges/",
            "obligation", reporting + "/api/v1/obligations/",
            "report", reporting + "/api/v1/reports/",
            "consolidated_report", reporting + "/api/v1/consolidated-reports/");
  }

  /** Null where the object is nothing that is read, as with access.revoked. */
  @Nullable String self(String type, UUID id) {
    String collection = collections.get(type.substring(0, type.indexOf('.')));
    return collection == null ? null : collection + id;
  }
}
