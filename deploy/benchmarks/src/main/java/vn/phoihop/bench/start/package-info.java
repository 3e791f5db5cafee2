/** Row start: from the command to all ready, and the memory of the services under load. */
@NullMarked
package vn.phoihop.bench.start;

import org.jspecify.annotations.NullMarked;
