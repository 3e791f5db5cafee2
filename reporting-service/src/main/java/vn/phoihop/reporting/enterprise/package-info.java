/**
 * Enterprises as liaison-service last told of them: the ones of whom reports are asked. Also the
 * door for all of its facts.
 */
@NullMarked
package vn.phoihop.reporting.enterprise;

import org.jspecify.annotations.NullMarked;
