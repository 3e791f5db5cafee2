/** Lists of codes with their validity, published whole to all services. */
@NullMarked
package vn.phoihop.liaison.reference;

import org.jspecify.annotations.NullMarked;
