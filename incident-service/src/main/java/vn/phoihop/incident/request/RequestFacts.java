package vn.phoihop.incident.request;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.phoihop.platform.outbox.EventFacts;

/**
 * What every fact of a request carries (docs/events/shared/request.v1.schema.json): the header, no
 * word of what is asked or answered.
 */
record RequestFacts(
    UUID id,
    UUID enterpriseId,
    String number,
    String asker,
    Priority priority,
    int itemCount,
    @Nullable Instant issuedAt,
    @Nullable Instant dueAt,
    @Nullable Instant answeredAt,
    @Nullable Boolean onTime,
    @Nullable Integer completeness,
    @Nullable Statuses statuses,
    @Nullable List<String> reasons,
    @Nullable ReminderLevel level,
    String state,
    long version,
    long sequence,
    String tlp,
    Instant occurredAt,
    List<String> audience)
    implements EventFacts {

  static RequestFacts of(InformationRequest request, Instant at) {
    RequestClock clock = request.clock();
    return new RequestFacts(
        request.id(),
        request.asked().enterpriseId(),
        request.number(),
        request.asker(),
        request.asked().priority(),
        request.asked().itemCount(),
        request.issuedAt(),
        clock == null ? null : clock.dueAt(),
        request.progress().answeredAt(),
        request.progress().onTime(),
        request.progress().completeness(),
        null,
        null,
        null,
        request.state().name(),
        request.version(),
        request.sequence(),
        request.asked().tlp().name(),
        at,
        request.asked().audience());
  }

  RequestFacts with(Statuses answered) {
    return with(answered, reasons, level);
  }

  RequestFacts with(List<String> returned) {
    return with(statuses, returned, level);
  }

  RequestFacts with(ReminderLevel reminder) {
    return with(statuses, reasons, reminder);
  }

  private RequestFacts with(
      @Nullable Statuses answered,
      @Nullable List<String> returned,
      @Nullable ReminderLevel reminder) {
    return new RequestFacts(
        id,
        enterpriseId,
        number,
        asker,
        priority,
        itemCount,
        issuedAt,
        dueAt,
        answeredAt,
        onTime,
        completeness,
        answered,
        returned,
        reminder,
        state,
        version,
        sequence,
        tlp,
        occurredAt,
        audience);
  }
}
