/** Row fan-out: one event to many endpoints, beside the same client with no bookkeeping. */
@NullMarked
package vn.phoihop.bench.fanout;

import org.jspecify.annotations.NullMarked;
