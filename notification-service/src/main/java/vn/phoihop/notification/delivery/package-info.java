/**
 * The deliveries of webhooks: written with the event that causes them, sent at once, tried again by
 * a persisted schedule until a 2xx, and every attempt on record.
 */
@NullMarked
package vn.phoihop.notification.delivery;

import org.jspecify.annotations.NullMarked;
