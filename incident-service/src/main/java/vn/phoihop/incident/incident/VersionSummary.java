package vn.phoihop.incident.incident;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.phoihop.incident.report.Stage;

record VersionSummary(int version, Instant at, Stage stage, @Nullable String reason) {}
