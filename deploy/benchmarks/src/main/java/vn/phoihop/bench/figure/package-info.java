/** The arithmetic: percentiles, rounds in alternation, ratios, and when a warm-up has settled. */
@NullMarked
package vn.phoihop.bench.figure;

import org.jspecify.annotations.NullMarked;
