package vn.phoihop.notification.escalation;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The page as the OpenAPI document names it. */
@Schema(
    description = "A page of escalations.",
    requiredProperties = {"items"})
record EscalationPage(
    List<EscalationSummary> items,
    @Schema(description = "The cursor of the following page; absent on the last one.")
        @Nullable String next) {}
