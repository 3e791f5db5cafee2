package vn.phoihop.incident.incident;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.phoihop.incident.report.Stage;

@Schema(requiredProperties = {"version", "at", "stage"})
record VersionSummary(int version, Instant at, Stage stage, @Nullable String reason) {}
