package vn.phoihop.reporting.report;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
    name = "ReportVersionSummary",
    requiredProperties = {"version", "submittedAt", "nil"})
record VersionSummary(
    int version,
    Instant submittedAt,
    boolean nil,
    @Schema(description = "absent: not judged yet") @Nullable ReviewView review) {}
