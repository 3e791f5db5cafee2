/** Row intake: POST /incidents, beside SQL that writes the same rows to the same PostgreSQL. */
@NullMarked
package vn.phoihop.bench.intake;

import org.jspecify.annotations.NullMarked;
