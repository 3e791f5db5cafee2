/** The two clocks and time-ordered ids. */
@NullMarked
package vn.phoihop.platform.time;

import org.jspecify.annotations.NullMarked;
