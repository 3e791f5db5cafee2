package vn.phoihop.reporting.obligation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import vn.phoihop.platform.identity.CurrentCaller;

/** What a report makes of its obligation; both move in one transaction, the report first. */
@ApplicationScoped
public class OwedReportService {

  private final ObligationRepository obligations;
  private final CurrentCaller callers;

  OwedReportService(ObligationRepository obligations, CurrentCaller callers) {
    this.obligations = obligations;
    this.callers = callers;
  }

  /** 404 where the caller does not owe it, 409 where no report is asked for now. */
  @Transactional
  public ObligationReference start(UUID id) {
    Obligation obligation = obligations.lock(id);
    obligation.requireOpen();
    return ObligationReference.of(obligation);
  }

  @Transactional
  public ObligationReference submit(UUID id, Instant at) {
    return move(id, "submit", at, obligation -> obligation.submit(at));
  }

  /**
   * @param accepted whether an earlier version of the report counts
   */
  @Transactional
  public ObligationReference giveBack(UUID id, boolean accepted, Instant at) {
    return move(id, "return", at, obligation -> obligation.giveBack(accepted));
  }

  @Transactional
  public ObligationReference accept(UUID id, Instant at) {
    return move(id, "accept", at, Obligation::accept);
  }

  @Transactional
  public ObligationReference correct(UUID id, Instant at) {
    return move(id, "correct", at, Obligation::correct);
  }

  private ObligationReference move(UUID id, String verb, Instant at, Consumer<Obligation> move) {
    Obligation obligation = obligations.lock(id);
    move.accept(obligation);
    obligations.addHistory(obligation, verb, callers.get(), null, at);
    return ObligationReference.of(obligation);
  }
}
