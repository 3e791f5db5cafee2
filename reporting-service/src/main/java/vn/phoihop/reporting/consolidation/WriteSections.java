package vn.phoihop.reporting.consolidation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** The Department's own words, all of them anew. */
record WriteSections(@NotNull @Size(max = 20) List<@NotNull @Valid SectionText> sections) {}
