package vn.phoihop.incident.request;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

record DecideObjection(@Size(min = 1, max = 5000) @Nullable String note) {}
