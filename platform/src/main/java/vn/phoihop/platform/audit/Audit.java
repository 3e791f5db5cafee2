package vn.phoihop.platform.audit;

import jakarta.inject.Singleton;
import java.util.UUID;
import vn.phoihop.platform.identity.Caller;
import vn.phoihop.platform.identity.CurrentCaller;
import vn.phoihop.platform.ledger.AuditRow;
import vn.phoihop.platform.ledger.Ledger;
import vn.phoihop.platform.time.Ids;
import vn.phoihop.platform.time.SystemClock;

/** Who did what: a row for every write, and for every read of a person's data. */
@Singleton
public class Audit {

  private final Ledger ledger;
  private final CurrentCaller callers;
  private final Ids ids;
  private final SystemClock clock;

  Audit(Ledger ledger, CurrentCaller callers, Ids ids, SystemClock clock) {
    this.ledger = ledger;
    this.callers = callers;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Records an act in the current transaction. An event's act is recorded by the outbox; this is
   * for writes that tell nobody, and for reads.
   *
   * @param action what was done, {@code designation.read}
   * @param objectSequence the row counter after the act
   */
  public void record(String action, String objectType, UUID objectId, long objectSequence) {
    record(callers.get(), action, objectType, objectId, objectSequence);
  }

  /** The same for an act that the product does as SYSTEM because this caller asked for it. */
  public void record(
      Caller caller, String action, String objectType, UUID objectId, long objectSequence) {
    ledger.add(
        new AuditRow(
            ids.next(),
            clock.now(),
            caller.party(),
            caller.subject(),
            caller.person(),
            action,
            objectType,
            objectId,
            objectSequence));
  }
}
