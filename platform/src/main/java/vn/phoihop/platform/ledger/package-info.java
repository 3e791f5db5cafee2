/** The one statement that writes outbox, audit and idempotency rows just before commit. */
@NullMarked
package vn.phoihop.platform.ledger;

import org.jspecify.annotations.NullMarked;
