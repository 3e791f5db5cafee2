/**
 * The doors for the facts of the other services. Each fact becomes deliveries and notices in one
 * transaction with its inbox row. The service's own topic is not read: a delivery causes no other.
 */
@NullMarked
package vn.phoihop.notification.event;

import org.jspecify.annotations.NullMarked;
