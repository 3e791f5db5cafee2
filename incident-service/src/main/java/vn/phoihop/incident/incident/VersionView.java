package vn.phoihop.incident.incident;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.phoihop.incident.report.Change;
import vn.phoihop.incident.report.IncidentReport;
import vn.phoihop.incident.report.Indicator;

@Schema(requiredProperties = {"version", "at", "report", "indicators", "changes"})
record VersionView(
    int version,
    Instant at,
    @Schema(description = "as it was sent, with the reason of the amendment") IncidentReport report,
    @Schema(description = "its indicators, normalised") List<Indicator> indicators,
    @Schema(description = "against the version before") List<Change> changes) {}
