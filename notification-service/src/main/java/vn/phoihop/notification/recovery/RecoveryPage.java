package vn.phoihop.notification.recovery;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The page as the OpenAPI document names it. */
@Schema(
    description = "A page of recoveries.",
    requiredProperties = {"items"})
record RecoveryPage(
    List<RecoveryView> items,
    @Schema(description = "The cursor of the following page; absent on the last one.")
        @Nullable String next) {}
