package vn.phoihop.incident.request;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.phoihop.platform.problem.ProblemException;

/**
 * The signed document that an emergency was issued without.
 *
 * @param by until when it must follow
 * @param at when it did
 */
@Embeddable
record Paper(
    @Column(name = "support_by") Instant by, @Column(name = "supported_at") @Nullable Instant at) {

  Paper followed(Instant now) {
    if (at != null) {
      throw ProblemException.of(RequestProblem.NO_PAPER_AWAITED);
    }
    return new Paper(by, now);
  }

  /** Until when it is still awaited; null: it is there. */
  @Nullable Instant awaitedBy() {
    return at == null ? by : null;
  }
}
