package vn.phoihop.incident.incident;

import java.util.List;
import java.util.UUID;
import vn.phoihop.incident.report.Tlp;

/** An incident as other features of this service know it. */
public record IncidentReference(UUID id, UUID enterpriseId, Tlp tlp, List<String> audience) {}
