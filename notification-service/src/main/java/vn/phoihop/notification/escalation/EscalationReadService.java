package vn.phoihop.notification.escalation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import vn.phoihop.platform.http.Cursors;
import vn.phoihop.platform.http.Page;
import vn.phoihop.platform.http.PageRequest;
import vn.phoihop.platform.http.Position;
import vn.phoihop.platform.identity.Caller;
import vn.phoihop.platform.identity.CurrentCaller;
import vn.phoihop.platform.problem.ProblemException;

/** What the Department may see of all escalations, and an enterprise of its own. */
@ApplicationScoped
class EscalationReadService {

  private final EscalationRepository escalations;
  private final Cursors cursors;
  private final CurrentCaller callers;

  EscalationReadService(EscalationRepository escalations, Cursors cursors, CurrentCaller callers) {
    this.escalations = escalations;
    this.cursors = cursors;
    this.callers = callers;
  }

  @Transactional
  Page<EscalationSummary> list(PageRequest page, EscalationFilter filter) {
    Position after = cursors.decode(page, filter.scope());
    Caller caller = callers.get();
    List<EscalationSummary> rows =
        escalations
            .page(caller.isDepartment() ? null : caller.party(), filter, after, page.limit())
            .stream()
            .map(escalation -> EscalationSummary.of(escalation, null))
            .toList();
    return cursors.page(rows, page, filter.scope(), row -> new Position(row.createdAt(), row.id()));
  }

  @Transactional
  EscalationSummary get(UUID id) {
    return escalations
        .findByIdOptional(id)
        .map(escalation -> EscalationSummary.of(escalation, escalations.steps(id)))
        .orElseThrow(ProblemException::notFound);
  }
}
