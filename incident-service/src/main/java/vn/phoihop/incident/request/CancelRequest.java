package vn.phoihop.incident.request;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

record CancelRequest(@NotBlank @Size(max = 2000) String reason) {}
