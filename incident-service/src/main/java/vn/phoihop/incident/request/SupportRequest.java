package vn.phoihop.incident.request;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

record SupportRequest(@NotNull @Valid PaperDocument document) {}
