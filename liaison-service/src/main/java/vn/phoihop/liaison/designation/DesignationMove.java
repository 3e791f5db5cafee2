package vn.phoihop.liaison.designation;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A line of the history. */
record DesignationMove(
    @Schema(examples = "submit") String verb,
    DesignationState state,
    Instant at,
    @Schema(description = "the organisation that made it") String by,
    @Nullable List<String> reasons,
    @Nullable String note) {}
