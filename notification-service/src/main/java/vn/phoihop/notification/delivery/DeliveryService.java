package vn.phoihop.notification.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.phoihop.platform.audit.Audit;
import vn.phoihop.platform.http.Cursors;
import vn.phoihop.platform.http.Page;
import vn.phoihop.platform.http.PageRequest;
import vn.phoihop.platform.http.Position;
import vn.phoihop.platform.identity.Caller;
import vn.phoihop.platform.identity.CurrentCaller;
import vn.phoihop.platform.identity.Roles;
import vn.phoihop.platform.problem.ProblemException;

/** What owners and the operator may see and ask of deliveries. */
@ApplicationScoped
class DeliveryService {

  private final DeliveryRepository deliveries;
  private final Cursors cursors;
  private final CurrentCaller callers;
  private final Audit audit;
  private final Event<ResendAsked> resends;

  DeliveryService(
      DeliveryRepository deliveries,
      Cursors cursors,
      CurrentCaller callers,
      Audit audit,
      Event<ResendAsked> resends) {
    this.deliveries = deliveries;
    this.cursors = cursors;
    this.callers = callers;
    this.audit = audit;
    this.resends = resends;
  }

  @Transactional
  Page<DeliverySummary> list(PageRequest page, DeliveryFilter filter) {
    Position after = cursors.decode(page, filter.scope());
    List<DeliverySummary> rows = deliveries.page(ownParty(), filter, after, page.limit());
    return cursors.page(rows, page, filter.scope(), row -> new Position(row.createdAt(), row.id()));
  }

  @Transactional
  DeliveryView get(UUID id) {
    return view(present(id));
  }

  /** Puts a delivery into the queue once more; it leaves with the webhook-id that it had. */
  @Transactional
  DeliveryView resend(UUID id) {
    DeliverySummary delivery = deliveries.resendable(id).orElseThrow(ProblemException::notFound);
    Caller caller = callers.get();
    DeliveryState.Move.RESEND.apply(delivery.state());
    deliveries.askAgain(id, caller.party());
    audit.record("delivery.resend", "delivery", id, delivery.sequence());
    resends.fire(new ResendAsked());
    return view(delivery);
  }

  private @Nullable String ownParty() {
    return isOperator() ? null : callers.get().party();
  }

  private boolean isOperator() {
    return callers.get().role().equals(Roles.OPERATOR);
  }

  private DeliverySummary present(UUID id) {
    return deliveries.present(id).orElseThrow(ProblemException::notFound);
  }

  private DeliveryView view(DeliverySummary delivery) {
    return DeliveryView.of(delivery, deliveries.attempts(delivery.id(), !isOperator()));
  }
}
