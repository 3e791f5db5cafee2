package vn.phoihop.notification.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
    description = "A type of events that can be subscribed to.",
    requiredProperties = {"type", "description", "schema"})
record EventTypeView(
    @Schema(examples = "incident.received") String type,
    String description,
    @Schema(
            type = SchemaType.OBJECT,
            description = "The JSON Schema (2020-12) of the webhook's body.")
        JsonNode schema,
    @Schema(
            type = SchemaType.OBJECT,
            description = "A webhook's body; absent for a type that nothing sends yet.")
        @Nullable JsonNode example) {}
