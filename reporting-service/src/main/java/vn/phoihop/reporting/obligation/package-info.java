/**
 * Who owes a report, of which period, until when: opened for each active enterprise and period, or
 * by a campaign; submitted and fulfilled through its report; exempted or cancelled by the
 * Department. What is due soon or overdue is computed, and told once.
 */
@NullMarked
package vn.phoihop.reporting.obligation;

import org.jspecify.annotations.NullMarked;
