package vn.phoihop.notification.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
    description = "A type of events that can be subscribed to.",
    requiredProperties = {"type", "description", "schema", "fullAdds"})
record EventTypeView(
    @Schema(examples = "incident.received") String type,
    String description,
    @Schema(
            implementation = Object.class,
            type = SchemaType.OBJECT,
            description = "The JSON Schema (2020-12) of the webhook's body.")
        JsonNode schema,
    @Schema(
            implementation = Object.class,
            type = SchemaType.OBJECT,
            description = "A webhook's body; absent for a type that nothing sends yet.")
        @Nullable JsonNode example,
    @Schema(
            description =
                "The members of data that payload FULL adds; the schema has them as optional ones.",
            examples = "[\"severity\", \"indicatorCount\"]")
        List<String> fullAdds) {}
