package vn.phoihop.notification.delivery;

import java.util.ArrayDeque;
import java.util.Deque;

/** The deliveries of one subscription at this instance; touched by one event loop alone. */
final class Lane {

  final Deque<Claimed> waiting = new ArrayDeque<>();
  int inFlight;

  boolean isEmpty() {
    return waiting.isEmpty() && inFlight == 0;
  }
}
