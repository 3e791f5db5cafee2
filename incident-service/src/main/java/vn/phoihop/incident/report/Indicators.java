package vn.phoihop.incident.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.phoihop.incident.indicator.Normalised;
import vn.phoihop.platform.problem.ProblemException;

/** Indicators as somebody sent them, each in its one spelling. */
public final class Indicators {

  private Indicators() {}

  /**
   * Those that are well formed, normalised.
   *
   * @param refusal collects those that are not, under {@code /indicators}
   */
  public static List<Indicator> normalise(List<ReportedIndicator> sent, ProblemException refusal) {
    List<Indicator> indicators = new ArrayList<>();
    for (int i = 0; i < sent.size(); i++) {
      ReportedIndicator reported = sent.get(i);
      Optional<Normalised> normalised = reported.type().normalise(reported.value());
      if (normalised.isPresent()) {
        indicators.add(Indicator.of(reported, normalised.get()));
      } else {
        refusal.field("/indicators/" + i + "/value", "MALFORMED_INDICATOR", reported.type());
      }
    }
    return indicators;
  }
}
