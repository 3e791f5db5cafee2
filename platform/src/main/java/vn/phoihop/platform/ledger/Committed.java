package vn.phoihop.platform.ledger;

import java.util.List;

/**
 * Fired right after a transaction that appended to the outbox has committed.
 *
 * @param rows what it appended
 */
public record Committed(List<OutboxRow> rows) {}
