/** The two clocks, working days and due times, and time-ordered ids. */
@NullMarked
package vn.phoihop.platform.time;

import org.jspecify.annotations.NullMarked;
