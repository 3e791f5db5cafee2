/**
 * How much: per enterprise, period and violation type, kept as incident-service's facts arrive, so
 * that nobody who asks for a figure looks at incidents. What each fact counts for is the view
 * {@code contribution}; figures are the sum of it, moved by what a batch of facts changed.
 */
@NullMarked
package vn.phoihop.reporting.figure;

import org.jspecify.annotations.NullMarked;
