package vn.phoihop.notification.email;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.phoihop.notification.preference.NoticeClass;

@Schema(
    description = "That somebody was told, or why not. Neither the address nor the words are kept.",
    requiredProperties = {
      "id",
      "kind",
      "noticeClass",
      "addressee",
      "channel",
      "objectId",
      "reference",
      "state",
      "urgent",
      "attemptCount",
      "sequence",
      "createdAt"
    })
@JsonInclude(JsonInclude.Include.NON_NULL)
record NoticeView(
    @Schema(description = "the local part of the mail's Message-ID") UUID id,
    NoticeKind kind,
    NoticeClass noticeClass,
    Addressee addressee,
    Channel channel,
    @Nullable @Schema(description = "that it is about; absent: it is about an authority")
        UUID enterpriseId,
    @Nullable @Schema(description = "that it is about; absent: it is about an enterprise")
        String authority,
    @Schema(description = "what it is about") UUID objectId,
    @Schema(description = "all that the mail names") String reference,
    NoticeState state,
    @Nullable @Schema(description = "to whom it went, or goes") UUID personId,
    @Schema(description = "why it was not sent, or came back") Posting.@Nullable Reason reason,
    @Nullable @Schema(description = "what the mail server said", examples = "5.1.1")
        String statusCode,
    @Schema(description = "neither quiet hours nor a digest hold it back") boolean urgent,
    int attemptCount,
    @Nullable @Schema(description = "when it is tried again, or when it is held until")
        Instant nextAttemptAt,
    @Nullable @Schema(description = "the day's digest that tells of it") UUID digestId,
    @Nullable @Schema(description = "when the mail server or the SMS gateway took it")
        Instant sentAt,
    @Schema(description = "counts the changes; the ETag") long sequence,
    Instant createdAt) {

  static final String EXAMPLE =
      """
      {"id": "019a1f6e-7c00-7000-8000-000000000031", "kind": "REQUEST_ISSUED",
       "noticeClass": "REQUEST", "addressee": "LEADER", "channel": "EMAIL",
       "enterpriseId": "019a1f6e-7c00-7000-8000-000000000001",
       "objectId": "019a1f6e-7c00-7000-8000-000000000011", "reference": "YC-2026-000123",
       "state": "SENT", "personId": "019a1f6e-7c00-7000-8000-000000000009", "urgent": false,
       "attemptCount": 1, "sentAt": "2026-03-10T03:00:02Z", "sequence": 3,
       "createdAt": "2026-03-10T03:00:01Z"}""";

  static final String PAGE_EXAMPLE = "{\"items\": [" + EXAMPLE + "]}";
}
