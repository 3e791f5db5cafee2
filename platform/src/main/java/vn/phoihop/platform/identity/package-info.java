/** Who calls: the token's group and party, and the party that the database sees. */
@NullMarked
package vn.phoihop.platform.identity;

import org.jspecify.annotations.NullMarked;
