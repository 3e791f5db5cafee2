/**
 * What is written of numbers, addresses, goods and people in a report: one spelling for each, and a
 * flag where a check digit is wrong. Malformed values are refused; forged ones are evidence and are
 * kept.
 */
@NullMarked
package vn.phoihop.incident.indicator;

import org.jspecify.annotations.NullMarked;
