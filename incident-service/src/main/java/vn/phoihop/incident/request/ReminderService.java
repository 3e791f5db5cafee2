package vn.phoihop.incident.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import vn.phoihop.platform.identity.CurrentCaller;
import vn.phoihop.platform.outbox.Outbox;
import vn.phoihop.platform.time.BusinessClock;
import vn.phoihop.platform.time.Ids;

/** Reminds of requests that are soon due, due, or overdue. */
@ApplicationScoped
class ReminderService {

  private final RequestRepository requests;
  private final RequestSettings settings;
  private final Outbox outbox;
  private final CurrentCaller callers;
  private final BusinessClock clock;
  private final Ids ids;

  ReminderService(
      RequestRepository requests,
      RequestSettings settings,
      Outbox outbox,
      CurrentCaller callers,
      BusinessClock clock,
      Ids ids) {
    this.requests = requests;
    this.settings = settings;
    this.outbox = outbox;
    this.callers = callers;
    this.clock = clock;
    this.ids = ids;
  }

  /** Reminds of some; true where there may be more. */
  @Transactional
  boolean remindSome(int limit) {
    Instant now = clock.now();
    List<InformationRequest> due = requests.toRemind(now, limit);
    for (InformationRequest request : due) {
      outbox.append(request.reminded(settings.timing(request.asked().priority()), now));
      requests.add(new RequestHistory(ids.next(), request, "remind", null, callers.get(), now));
    }
    return due.size() == limit;
  }
}
