/** Who did or read what. */
@NullMarked
package vn.phoihop.platform.audit;

import org.jspecify.annotations.NullMarked;
