/**
 * The stack under measurement, of its own ports and data: its parts, its parties, its databases.
 */
@NullMarked
package vn.phoihop.bench.stack;

import org.jspecify.annotations.NullMarked;
