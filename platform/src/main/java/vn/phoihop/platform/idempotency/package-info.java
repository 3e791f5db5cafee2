/** POST answered once for a key: the answer is stored with the change and replayed. */
@NullMarked
package vn.phoihop.platform.idempotency;

import org.jspecify.annotations.NullMarked;
