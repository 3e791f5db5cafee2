/** Enterprises as liaison-service last told of them: the ones of whom reports are asked. */
@NullMarked
package vn.phoihop.reporting.enterprise;

import org.jspecify.annotations.NullMarked;
