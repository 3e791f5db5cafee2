package vn.phoihop.notification.recovery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.phoihop.platform.audit.Audit;
import vn.phoihop.platform.http.Cursors;
import vn.phoihop.platform.http.IfMatch;
import vn.phoihop.platform.http.Page;
import vn.phoihop.platform.http.PageRequest;
import vn.phoihop.platform.http.Position;
import vn.phoihop.platform.identity.CurrentCaller;
import vn.phoihop.platform.problem.ProblemException;
import vn.phoihop.platform.time.BusinessClock;
import vn.phoihop.platform.time.Ids;

/** What owners ask of recoveries; {@link RecoveryRunService} does it. */
@ApplicationScoped
class RecoveryService {

  private static final String OBJECT = "recovery";

  private final RecoveryRepository recoveries;
  private final Audit audit;
  private final CurrentCaller callers;
  private final Cursors cursors;
  private final Ids ids;
  private final BusinessClock clock;

  RecoveryService(
      RecoveryRepository recoveries,
      Audit audit,
      CurrentCaller callers,
      Cursors cursors,
      Ids ids,
      BusinessClock clock) {
    this.recoveries = recoveries;
    this.audit = audit;
    this.callers = callers;
    this.cursors = cursors;
    this.ids = ids;
    this.clock = clock;
  }

  @Transactional
  RecoveryView ask(UUID subscriptionId, AskRecovery asked) {
    if (!recoveries.lockSubscription(subscriptionId)) {
      throw ProblemException.notFound();
    }
    Instant now = clock.now();
    Instant until = asked.until();
    if (asked.since().isAfter(now)) {
      throw ProblemException.invalid("/since", "FUTURE");
    }
    if (until != null && !until.isAfter(asked.since())) {
      throw ProblemException.invalid("/until", "ORDER");
    }
    recoveries
        .running(subscriptionId)
        .ifPresent(
            running -> {
              throw ProblemException.of(RecoveryProblem.RECOVERY_RUNNING)
                  .member("recoveryId", running.id());
            });
    var recovery = new Recovery(ids.next(), callers.get().party(), subscriptionId, asked, now);
    recoveries.persist(recovery);
    audit.record("recovery.created", OBJECT, recovery.id(), recovery.sequence());
    return RecoveryView.of(recovery);
  }

  /** Newest first. */
  @Transactional
  Page<RecoveryView> list(UUID subscriptionId, PageRequest page) {
    if (!recoveries.hasSubscription(subscriptionId)) {
      throw ProblemException.notFound();
    }
    String scope = "recoveries?" + subscriptionId;
    @Nullable Position after = cursors.decode(page, scope);
    List<RecoveryView> rows =
        recoveries.page(subscriptionId, after, page.limit()).stream()
            .map(RecoveryView::of)
            .toList();
    return cursors.page(rows, page, scope, view -> new Position(view.createdAt(), view.id()));
  }

  @Transactional
  RecoveryView get(UUID id) {
    return RecoveryView.of(recoveries.findByIdOptional(id).orElseThrow(ProblemException::notFound));
  }

  /** What is in the queue already stays there. */
  @Transactional
  RecoveryView cancel(UUID id, @Nullable IfMatch ifMatch) {
    Recovery recovery = recoveries.locked(id).orElseThrow(ProblemException::notFound);
    IfMatch.check(ifMatch, recovery.sequence());
    recovery.move(RecoveryState.Move.CANCEL, clock.now());
    audit.record("recovery.cancel", OBJECT, id, recovery.sequence());
    return RecoveryView.of(recovery);
  }
}
