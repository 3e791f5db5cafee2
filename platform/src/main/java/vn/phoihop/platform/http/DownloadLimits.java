package vn.phoihop.platform.http;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.HashMap;
import java.util.Map;
import vn.phoihop.platform.identity.Caller;
import vn.phoihop.platform.identity.CurrentCaller;
import vn.phoihop.platform.problem.CommonProblem;
import vn.phoihop.platform.problem.ProblemException;

/** 429 to a party that downloads more than its share at a time, or where all shares are taken. */
@Download
@Provider
@Singleton
class DownloadLimits implements ContainerRequestFilter {

  static final int OF_A_PARTY = 16;

  /** Half of the threads that answer requests. */
  static final int OF_ALL = 100;

  private final CurrentCaller callers;
  private final RoutingContext routing;
  private final Map<String, Integer> running = new HashMap<>();
  private int all;

  DownloadLimits(CurrentCaller callers, RoutingContext routing) {
    this.callers = callers;
    this.routing = routing;
  }

  @Override
  public void filter(ContainerRequestContext context) {
    Caller caller = callers.orNull();
    if (caller == null) {
      return;
    }
    if (!begin(caller.party())) {
      throw ProblemException.of(CommonProblem.TOO_MANY_DOWNLOADS, OF_A_PARTY)
          .header("Retry-After", "5");
    }
    // Whether the answer was sent, refused, or its reader went away.
    routing.addEndHandler(ended -> end(caller.party()));
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
