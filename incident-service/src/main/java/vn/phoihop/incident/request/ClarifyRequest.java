package vn.phoihop.incident.request;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

record ClarifyRequest(@NotBlank @Size(max = 2000) String question) {}
