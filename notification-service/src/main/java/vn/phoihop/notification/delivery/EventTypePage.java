package vn.phoihop.notification.delivery;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The page as the OpenAPI document names it. */
@Schema(
    description = "A page of event types.",
    requiredProperties = {"items"})
record EventTypePage(
    List<EventTypeView> items,
    @Schema(description = "The cursor of the following page; absent on the last one.")
        @Nullable String next) {}
