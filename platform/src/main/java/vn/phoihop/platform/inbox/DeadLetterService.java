package vn.phoihop.platform.inbox;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.phoihop.platform.audit.Audit;
import vn.phoihop.platform.http.Cursors;
import vn.phoihop.platform.http.Page;
import vn.phoihop.platform.http.PageRequest;
import vn.phoihop.platform.http.Position;
import vn.phoihop.platform.identity.Caller;
import vn.phoihop.platform.identity.CurrentCaller;
import vn.phoihop.platform.identity.SystemParty;
import vn.phoihop.platform.problem.CommonProblem;
import vn.phoihop.platform.problem.DatabaseFaults;
import vn.phoihop.platform.problem.ProblemException;

/** Shows dead letters and has them taken again. */
@Singleton
class DeadLetterService {

  private final DeadLetterTable table;
  private final EventInbox inbox;
  private final Audit audit;
  private final Cursors cursors;
  private final CurrentCaller callers;
  private final SystemParty system;

  DeadLetterService(
      DeadLetterTable table,
      EventInbox inbox,
      Audit audit,
      Cursors cursors,
      CurrentCaller callers,
      SystemParty system) {
    this.table = table;
    this.inbox = inbox;
    this.audit = audit;
    this.cursors = cursors;
    this.callers = callers;
    this.system = system;
  }

  @Transactional
  Page<DeadLetterView> list(boolean redriven, PageRequest page) {
    String scope = "dead-letters?redriven=" + redriven;
    return cursors.page(
        table.page(redriven, cursors.decode(page, scope), page.limit() + 1),
        page,
        scope,
        letter -> new Position(letter.at(), letter.id()));
  }

  @Transactional
  DeadLetterView read(UUID id) {
    return table.find(id).orElseThrow(ProblemException::notFound);
  }

  /**
   * Gives the record to its consumer again: the effect, the mark and the audit row are one
   * transaction, as SYSTEM like every consumer's. A record that was taken already stays so.
   */
  DeadLetterView redrive(UUID id) {
    Caller operator = callers.get();
    // An Idempotency-Key has opened a transaction of the operator's; the consumer's is another one.
    return QuarkusTransaction.suspendingExisting()
        .call(() -> system.call(() -> redriveAsSystem(id, operator)));
  }

  private DeadLetterView redriveAsSystem(UUID id, Caller operator) {
    DeadLetterView letter =
        QuarkusTransaction.requiringNew()
            .call(() -> table.find(id).orElseThrow(ProblemException::notFound));
    try {
      QuarkusTransaction.requiringNew()
          .run(
              () ->
                  table
                      .lock(id)
                      .ifPresent(
                          record -> {
                            inbox.takeAgain(letter.consumer(), record);
                            mark(letter, operator, null);
                          }));
    } catch (RuntimeException fault) {
      if (DatabaseFaults.isTransient(fault)) {
        throw fault;
      }
      String reason = EventInbox.reason(fault);
      QuarkusTransaction.requiringNew().run(() -> mark(letter, operator, reason));
      throw ProblemException.of(CommonProblem.STILL_POISON, reason).member("reason", reason);
    }
    return QuarkusTransaction.requiringNew().call(() -> table.find(id).orElseThrow());
  }

  private void mark(DeadLetterView letter, Caller operator, @Nullable String reason) {
    table.attempted(letter.id(), reason);
    audit.record(
        operator,
        reason == null ? "dead_letter.redriven" : "dead_letter.redrive_failed",
        "dead_letter",
        letter.id(),
        letter.attempts() + 1L);
  }
}
