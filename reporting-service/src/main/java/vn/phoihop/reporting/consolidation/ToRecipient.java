package vn.phoihop.reporting.consolidation;

import jakarta.validation.constraints.NotNull;

record ToRecipient(@NotNull Recipient recipient) {}
