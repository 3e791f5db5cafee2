/**
 * What a party is told, to be fetched: page by page or as a stream, whether or not it subscribes,
 * however long it was away.
 */
@NullMarked
package vn.phoihop.notification.feed;

import org.jspecify.annotations.NullMarked;
