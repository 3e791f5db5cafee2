package vn.phoihop.incident.request;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

record AnswerQuestion(@NotBlank @Size(max = 5000) String text) {}
