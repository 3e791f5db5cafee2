package vn.phoihop.incident.request;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the Department and the auditor see of others' requests, and every list shows. */
@Schema(
    requiredProperties = {"id", "number", "asker", "enterpriseId", "priority", "state", "flags"})
record RequestHeader(
    UUID id,
    @Schema(examples = "YC-2026-000123") String number,
    @Schema(description = "the authority that asks", examples = "POLICE") String asker,
    @Schema(description = "the enterprise that is asked") UUID enterpriseId,
    @Schema(description = "absent until liaison-service has told it")
        @Nullable String enterpriseName,
    Priority priority,
    RequestState state,
    @Schema(
            description =
                "when the answer is due; absent in a draft, and where no rule is in force")
        @Nullable Instant dueAt,
    @Schema(description = "of the last answer, in percent", examples = "83")
        @Nullable Integer completeness,
    @Schema(description = "computed now") List<RequestFlag> flags) {

  static RequestHeader of(
      InformationRequest request, @Nullable String enterpriseName, RequestLights lights) {
    RequestClock clock = request.clock();
    Paper paper = request.paper();
    Instant dueAt = clock == null ? null : clock.dueAt();
    return new RequestHeader(
        request.id(),
        request.number(),
        request.asker(),
        request.asked().enterpriseId(),
        enterpriseName,
        request.asked().priority(),
        request.state(),
        dueAt,
        request.progress().completeness(),
        lights.flags(
            request.state(),
            request.asked().priority(),
            dueAt,
            paper == null ? null : paper.awaitedBy()));
  }

  RequestHeader with(List<RequestFlag> computed) {
    return new RequestHeader(
        id,
        number,
        asker,
        enterpriseId,
        enterpriseName,
        priority,
        state,
        dueAt,
        completeness,
        computed);
  }
}
