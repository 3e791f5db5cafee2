package vn.phoihop.incident.request;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

record DenyExtension(@Size(min = 1, max = 2000) @Nullable String reason) {}
