package vn.phoihop.incident.exchange;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(requiredProperties = {"version", "at"})
record ExchangeVersionSummary(int version, Instant at, @Nullable String reason) {}
