/** Row isolation: what receivers that never answer cost the others. */
@NullMarked
package vn.phoihop.bench.isolation;

import org.jspecify.annotations.NullMarked;
