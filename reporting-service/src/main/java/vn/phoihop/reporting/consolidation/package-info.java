/**
 * What the Department makes of the accepted reports of a period: collected, frozen under the hash
 * of its content, signed, sent to the Ministry and the City People's Committee. Each figure leads
 * to the report versions that it is the sum of.
 */
@NullMarked
package vn.phoihop.reporting.consolidation;

import org.jspecify.annotations.NullMarked;
