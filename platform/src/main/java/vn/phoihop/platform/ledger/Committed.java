package vn.phoihop.platform.ledger;

/** Fired right after a transaction that appended to the outbox has committed. */
public record Committed() {}
