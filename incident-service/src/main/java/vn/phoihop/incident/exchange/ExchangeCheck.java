package vn.phoihop.incident.exchange;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.phoihop.incident.enterprise.EnterpriseService;
import vn.phoihop.incident.incident.IncidentReadService;
import vn.phoihop.incident.incident.IncidentReference;
import vn.phoihop.incident.reference.ReferenceList;
import vn.phoihop.incident.reference.ReferenceLists;
import vn.phoihop.incident.reference.ReferenceService;
import vn.phoihop.incident.report.Indicator;
import vn.phoihop.platform.identity.Caller;
import vn.phoihop.platform.problem.ProblemException;

/** Brings together what the rules need to know: lists, enterprises, the incident behind it. */
@Singleton
class ExchangeCheck {

  private final ReferenceService reference;
  private final EnterpriseService enterprises;
  private final IncidentReadService incidents;

  ExchangeCheck(
      ReferenceService reference, EnterpriseService enterprises, IncidentReadService incidents) {
    this.reference = reference;
    this.enterprises = enterprises;
    this.incidents = incidents;
  }

  /**
   * The indicators of what may go out, normalised.
   *
   * @throws ProblemException 400 with every field that is wrong, or that its TLP does not let go
   *     that far
   */
  List<Indicator> indicators(ShareExchange request, Caller by, Instant now) {
    ReferenceLists lists = reference.lists(ReferenceList.AUTHORITIES, ReferenceList.SECTORS);
    Set<UUID> active =
        enterprises.active(
            request.recipients().stream()
                .filter(TlpLimits::isEnterprise)
                .map(UUID::fromString)
                .toList());
    List<Indicator> indicators = ExchangeRules.check(request, by, active, lists, now);
    TlpLimits.check(
        request.tlp(), request.recipients(), request.sectors(), by, incident(request.incidentId()));
    return indicators;
  }

  private @Nullable IncidentReference incident(@Nullable UUID id) {
    return id == null
        ? null
        : incidents
            .holdIfVisible(id)
            .orElseThrow(() -> ProblemException.invalid("/incidentId", "UNKNOWN_INCIDENT"));
  }
}
