package vn.phoihop.notification.subscription;

import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.UniqueElements;
import org.jspecify.annotations.Nullable;

@Schema(description = "What is to change; what is absent stays.")
record ChangeSubscription(
    @Schema(examples = "https://receiver.example.vn/phoihop") @Size(min = 1, max = 2048)
        @Nullable String url,
    @Schema(examples = "[\"incident.received\"]") @Size(min = 1, max = 50) @UniqueElements
        @Nullable List<@Size(min = 1, max = 64) String> eventTypes) {}
