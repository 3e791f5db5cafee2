/**
 * A report's life: received, triaged, referred to agencies, resolved and closed; returned, amended,
 * withdrawn. Each move is one line of the state machine, one history row, one fact to those who may
 * know.
 */
@NullMarked
package vn.phoihop.incident.incident;

import org.jspecify.annotations.NullMarked;
