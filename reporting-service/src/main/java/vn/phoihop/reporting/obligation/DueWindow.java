package vn.phoihop.reporting.obligation;

import java.time.Instant;
import java.util.List;

/**
 * What is due when, seen from now.
 *
 * @param soon the end of what is due soon
 */
record DueWindow(Instant now, Instant soon) {

  List<DueFlag> flags(ObligationState state, Instant dueAt) {
    if (state != ObligationState.OPEN || dueAt.isAfter(soon)) {
      return List.of();
    }
    return List.of(dueAt.isBefore(now) ? DueFlag.OVERDUE : DueFlag.DUE_SOON);
  }
}
