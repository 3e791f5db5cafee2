/** Facts of other services, each taken once, in the transaction of its effect. */
@NullMarked
package vn.phoihop.platform.inbox;

import org.jspecify.annotations.NullMarked;
