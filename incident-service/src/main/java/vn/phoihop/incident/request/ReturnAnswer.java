package vn.phoihop.incident.request;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.UniqueElements;
import org.jspecify.annotations.Nullable;

record ReturnAnswer(
    @NotNull
        @Size(min = 1, max = 10)
        @UniqueElements
        @Schema(description = "codes of RETURN_REASONS for requests", examples = "[\"INCOMPLETE\"]")
        List<@NotNull @Size(min = 1, max = 64) String> reasons,
    @Size(max = 100)
        @UniqueElements
        @Schema(description = "numbers of the items that are meant; none: all", examples = "[1]")
        @Nullable List<@NotNull @Min(1) @Max(100) Integer> items,
    @Size(min = 1, max = 2000) @Nullable String note) {}
