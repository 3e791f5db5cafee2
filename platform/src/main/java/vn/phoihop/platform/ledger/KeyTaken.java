package vn.phoihop.platform.ledger;

/** Another transaction has answered this Idempotency-Key already; this one must roll back. */
public final class KeyTaken extends RuntimeException {

  KeyTaken() {
    super("the idempotency key is taken");
  }
}
