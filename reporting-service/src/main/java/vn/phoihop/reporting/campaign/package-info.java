/** Reports asked for ad hoc: the Department names the question, the enterprises and the time. */
@NullMarked
package vn.phoihop.reporting.campaign;

import org.jspecify.annotations.NullMarked;
