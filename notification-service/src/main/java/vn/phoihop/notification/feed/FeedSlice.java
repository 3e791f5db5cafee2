package vn.phoihop.notification.feed;

import java.util.List;

/**
 * A part of a party's feed.
 *
 * @param end the number up to which the feed has been looked through, whether or not it fits
 * @param head the party's last number
 */
record FeedSlice(List<FeedItem> items, long end, long head) {

  boolean done() {
    return end >= head;
  }
}
