package vn.phoihop.incident.request;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What became of it: for the two sides, and for the Department once there is an objection. */
record CourseView(
    Instant createdAt,
    @Nullable Instant issuedAt,
    @Schema(description = "when it first was in a list that the enterprise took, or was read")
        @Nullable Instant deliveredAt,
    @Schema(description = "when the enterprise first read it") @Nullable Instant openedAt,
    @Nullable Instant acknowledgeBy,
    @Nullable Instant acknowledgedAt,
    @Nullable Instant answeredAt,
    @Schema(description = "of the last answer") @Nullable Boolean onTime,
    @Schema(description = "the last answer") @Nullable AnswerView answer,
    @Nullable ClockView clock,
    ExtensionState extension,
    @Schema(description = "the longer time that was asked for last")
        @Nullable Instant extensionUntil,
    @Schema(description = "of an emergency without paper: until when it must follow")
        @Nullable Instant supportBy,
    @Nullable Instant supportedAt,
    @Nullable UUID supersededBy,
    @Schema(description = "all that was said with moves, oldest first")
        List<RequestHistoryView> dialogue) {

  static CourseView of(
      InformationRequest request,
      @Nullable RequestAnswer answer,
      List<ClockStop> stops,
      List<RequestHistoryView> dialogue) {
    RequestClock clock = request.clock();
    Paper paper = request.paper();
    return new CourseView(
        request.createdAt(),
        request.issuedAt(),
        request.deliveredAt(),
        request.openedAt(),
        request.progress().acknowledgeBy(),
        request.progress().acknowledgedAt(),
        request.progress().answeredAt(),
        request.progress().onTime(),
        answer == null ? null : AnswerView.of(answer),
        clock == null ? null : ClockView.of(clock, stops),
        request.extension().state(),
        request.extension().until(),
        paper == null ? null : paper.by(),
        paper == null ? null : paper.at(),
        request.supersededBy(),
        dialogue);
  }
}
