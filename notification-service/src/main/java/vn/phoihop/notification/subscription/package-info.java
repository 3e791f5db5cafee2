/**
 * The subscriptions of parties: where they want to be told, of which types of events, and the
 * secrets that sign what they are told.
 */
@NullMarked
package vn.phoihop.notification.subscription;

import org.jspecify.annotations.NullMarked;
