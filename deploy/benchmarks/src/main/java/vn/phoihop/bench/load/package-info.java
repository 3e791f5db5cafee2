/** Load: clients that wait for their answers (closed), and arrivals by the clock (open). */
@NullMarked
package vn.phoihop.bench.load;

import org.jspecify.annotations.NullMarked;
