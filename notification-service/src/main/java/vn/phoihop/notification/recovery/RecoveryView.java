package vn.phoihop.notification.recovery;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
    description = "What is to be sent once more, or after all, and how far that has come.",
    requiredProperties = {
      "id",
      "party",
      "subscriptionId",
      "what",
      "since",
      "state",
      "seen",
      "queued",
      "sequence",
      "createdAt"
    })
@JsonInclude(JsonInclude.Include.NON_NULL)
record RecoveryView(
    UUID id,
    String party,
    UUID subscriptionId,
    What what,
    Instant since,
    @Nullable Instant until,
    @Schema(
            description =
                "RUNNING also while the subscription is not ACTIVE: then it waits. DONE: all of it is in"
                    + " the queue, or sent already.")
        RecoveryState state,
    @Schema(description = "Deliveries or events looked at so far.") long seen,
    @Schema(description = "Of these, the ones that were put into the queue.") long queued,
    long sequence,
    @Schema(description = "When it was asked for.") Instant createdAt,
    @Schema(description = "When the first batch was queued; absent before.")
        @Nullable Instant startedAt,
    @Schema(description = "When it was DONE or CANCELLED; absent while RUNNING.")
        @Nullable Instant endedAt) {

  static final String EXAMPLE =
      """
      {"id": "019a1f6e-7c00-7000-8000-000000000008", "party": "POLICE",
       "subscriptionId": "019a1f6e-7c00-7000-8000-000000000006", "what": "FAILED",
       "since": "2026-03-10T02:00:00Z", "state": "RUNNING", "seen": 1500, "queued": 1200,
       "sequence": 4, "createdAt": "2026-03-14T02:00:00Z", "startedAt": "2026-03-14T02:00:01Z"}""";

  static final String PAGE_EXAMPLE = "{\"items\": [" + EXAMPLE + "]}";

  static RecoveryView of(Recovery recovery) {
    return new RecoveryView(
        recovery.id(),
        recovery.party(),
        recovery.subscriptionId(),
        recovery.what(),
        recovery.since(),
        recovery.until(),
        recovery.state(),
        recovery.seen(),
        recovery.queued(),
        recovery.sequence(),
        recovery.createdAt(),
        recovery.startedAt(),
        recovery.endedAt());
  }
}
