/** What a row gets: the stack, its parties, how long to measure, and where to say what it sees. */
@NullMarked
package vn.phoihop.bench.lab;

import org.jspecify.annotations.NullMarked;
