/**
 * Where a webhook may go: one check of a URL and of every address behind it, used when a
 * subscription is made or changed and again at each delivery.
 */
@NullMarked
package vn.phoihop.notification.address;

import org.jspecify.annotations.NullMarked;
