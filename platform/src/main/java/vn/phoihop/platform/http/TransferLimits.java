package vn.phoihop.platform.http;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import vn.phoihop.platform.identity.Caller;
import vn.phoihop.platform.identity.CurrentCaller;
import vn.phoihop.platform.problem.CommonProblem;
import vn.phoihop.platform.problem.ProblemException;

/** How many transfers that may be slow run at a time, of a party and in all. */
@Singleton
class TransferLimits {

  static final int OF_A_PARTY = 16;

  /** Half of the threads that answer requests. */
  static final int OF_ALL = 100;

  private final CurrentCaller callers;
  private final Map<String, Integer> running = new HashMap<>();
  private int all;

  TransferLimits(CurrentCaller callers) {
    this.callers = callers;
  }

  /**
   * Counts the request of this thread until the thread is through with it: the connection's own
   * handlers are those of whoever asks last, and say nothing of a connection that was closed
   * before.
   *
   * @throws ProblemException 429 where the party's share, or all, is taken
   */
  void count() {
    Caller caller = callers.orNull();
    if (caller == null) {
      // Refused before anything is read.
      return;
    }
    if (!begin(caller.party())) {
      throw ProblemException.of(CommonProblem.TOO_MANY_TRANSFERS, OF_A_PARTY)
          .header("Retry-After", "5");
    }
    CurrentRequestManager.get().registerCompletionCallback(over -> end(caller.party()));
  }

  private synchronized boolean begin(String party) {
    int own = running.getOrDefault(party, 0);
    if (own == OF_A_PARTY || all == OF_ALL) {
      return false;
    }
    running.put(party, own + 1);
    all++;
    return true;
  }

  private synchronized void end(String party) {
    all--;
    running.computeIfPresent(party, (own, count) -> count == 1 ? null : count - 1);
  }
}
