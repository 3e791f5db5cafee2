/** What all four services stand on; it knows no noun of the domain. */
@NullMarked
package vn.phoihop.platform;

import org.jspecify.annotations.NullMarked;
