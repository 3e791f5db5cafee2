/** deploy/bench: which rows, in which order, and what is said of them. */
@NullMarked
package vn.phoihop.bench;

import org.jspecify.annotations.NullMarked;
