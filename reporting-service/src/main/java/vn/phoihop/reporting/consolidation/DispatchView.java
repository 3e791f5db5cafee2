package vn.phoihop.reporting.consolidation;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(requiredProperties = {"recipient", "sentAt"})
record DispatchView(Recipient recipient, Instant sentAt, @Nullable Instant acknowledgedAt) {}
