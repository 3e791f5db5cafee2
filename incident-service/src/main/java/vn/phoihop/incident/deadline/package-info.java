/** When things are due: the deadline rules and working days that the Department publishes. */
@NullMarked
package vn.phoihop.incident.deadline;

import org.jspecify.annotations.NullMarked;
