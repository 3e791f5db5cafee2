package vn.phoihop.reporting.report;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the Department said of a version. */
@Schema(requiredProperties = {"verdict", "at", "reasons"})
record ReviewView(
    @Schema(enumeration = {"ACCEPTED", "RETURNED"}) String verdict,
    Instant at,
    @Schema(description = "codes of RETURN_REASONS") List<String> reasons,
    @Nullable String note) {}
