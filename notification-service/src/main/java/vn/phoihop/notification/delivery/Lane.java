package vn.phoihop.notification.delivery;

import java.util.ArrayDeque;
import java.util.Deque;

/** The deliveries of one subscription at this instance; touched by one event loop alone. */
final class Lane {

  final Deque<Claimed> waiting = new ArrayDeque<>();
  int inFlight;

  /** Whether there are others in the queue, to be taken when these are under way. */
  boolean more;

  boolean isEmpty() {
    return waiting.isEmpty() && inFlight == 0;
  }
}
