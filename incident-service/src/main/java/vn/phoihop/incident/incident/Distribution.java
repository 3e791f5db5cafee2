package vn.phoihop.incident.incident;

import jakarta.persistence.Embeddable;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.phoihop.platform.identity.Caller;
import vn.phoihop.platform.problem.ProblemException;

/**
 * Who may know: nobody is ever taken out again.
 *
 * @param audience the Department, the enterprise, the agencies; copied into every fact
 * @param agencies routed or referred to
 * @param lead the agency that leads, once referred
 */
@Embeddable
record Distribution(List<String> audience, List<String> agencies, @Nullable String lead) {

  static Distribution of(UUID enterpriseId, List<String> routed) {
    return new Distribution(
            List.of(Caller.DEPARTMENT_PARTY, enterpriseId.toString()), List.of(), null)
        .with(routed);
  }

  Distribution with(List<String> more) {
    return new Distribution(union(audience, more), union(agencies, more), lead);
  }

  /** The lead stays unless another one is named; at first it is the first one referred to. */
  Distribution referred(List<String> more, @Nullable String named) {
    Distribution wider = with(more);
    String leads = named != null ? named : lead != null ? lead : more.get(0);
    if (!wider.agencies.contains(leads)) {
      throw ProblemException.invalid("/lead", "NOT_REFERRED");
    }
    return new Distribution(wider.audience, wider.agencies, leads);
  }

  private static List<String> union(List<String> there, List<String> more) {
    return Stream.concat(there.stream(), more.stream()).distinct().toList();
  }
}
