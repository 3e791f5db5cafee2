/**
 * Who did or read what; sealed a moment later into a signed chain, and checked without the product.
 */
@NullMarked
package vn.phoihop.platform.audit;

import org.jspecify.annotations.NullMarked;
