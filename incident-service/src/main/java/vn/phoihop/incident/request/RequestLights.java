package vn.phoihop.incident.request;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Computes the flags of requests as they stand at one time. */
record RequestLights(Instant now, RequestSettings settings) {

  private static final Set<RequestState> WITHOUT_PAPER =
      Set.of(RequestState.DRAFT, RequestState.CANCELLED, RequestState.SUPERSEDED);

  /**
   * @param paperBy until when the paper of an emergency must follow; null: none is awaited
   */
  List<RequestFlag> flags(
      RequestState state, Priority priority, @Nullable Instant dueAt, @Nullable Instant paperBy) {
    List<RequestFlag> flags = new ArrayList<>();
    if (state.isRunning() && dueAt != null) {
      if (now.isAfter(dueAt)) {
        flags.add(RequestFlag.OVERDUE);
      } else if (!now.isBefore(dueAt.minus(settings.timing(priority).preDue()))) {
        flags.add(RequestFlag.DUE_SOON);
      }
    }
    if (paperBy != null && now.isAfter(paperBy) && !WITHOUT_PAPER.contains(state)) {
      flags.add(RequestFlag.UNSUPPORTED);
    }
    return flags;
  }
}
