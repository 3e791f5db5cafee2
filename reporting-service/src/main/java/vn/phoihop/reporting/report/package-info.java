/**
 * The report that an obligation asks for: prefilled from the figures, corrected with reasons,
 * submitted, returned or accepted. Versions, once submitted, are never edited; the last accepted
 * one counts.
 */
@NullMarked
package vn.phoihop.reporting.report;

import org.jspecify.annotations.NullMarked;
