package vn.phoihop.incident.request;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One thing that is asked for; its number is its place, from 1. */
record AskedItem(
    @NotNull
        @Size(min = 1, max = 64)
        @Schema(description = "a code of DATA_CATEGORIES", examples = "SUBSCRIBER")
        String category,
    @NotBlank
        @Size(max = 2000)
        @Schema(examples = "Thông tin thuê bao của số 0912 345 678 khi đăng ký")
        String description,
    @Schema(description = "first day that is asked about") @Nullable LocalDate periodFrom,
    @Schema(description = "last day that is asked about") @Nullable LocalDate periodTo) {}
