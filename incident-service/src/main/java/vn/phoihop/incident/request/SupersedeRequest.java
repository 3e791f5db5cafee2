package vn.phoihop.incident.request;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

record SupersedeRequest(
    @NotNull @Schema(description = "an issued request of the same asker to the same enterprise")
        UUID by) {}
